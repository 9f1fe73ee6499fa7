#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// An append-only dictionary of strings: each distinct string has one 32-bit code, and columns hold codes.
///
/// Codes compare for equality without looking at the text. Interning takes a lock; reading a code that was handed out does
/// not, because neither the directory nor a chunk ever moves once published. Strings that no column uses any more stay
/// until the pool goes.
public final class StringPool: @unchecked Sendable {
  public typealias Code = UInt32

  /// One interned string: `count` UTF-8 bytes at `start`, alive as long as the pool.
  @usableFromInline struct Slot {
    @usableFromInline var start: UnsafePointer<UInt8>
    @usableFromInline var count: Int
  }

  @usableFromInline static let slotsPerChunk = 1 << 14
  private static let largestChunkCount = 1 << 18
  private static let heapBlockByteCount = 1 << 20

  /// A directory of fixed size, so that readers never see it move: 2¹⁸ chunks of 2¹⁴ slots address every 32-bit code.
  @usableFromInline let directory: UnsafeMutablePointer<UnsafeMutablePointer<Slot>?>
  private var table: [UInt32]
  private var storedCount = 0
  private var heapBlocks: [UnsafeMutablePointer<UInt8>] = []
  private var heapPosition = 0
  private var heapCapacity = 0
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  private static let emptySlot = UInt32.max

  public init() {
    directory = .allocate(capacity: Self.largestChunkCount)
    directory.initialize(repeating: nil, count: Self.largestChunkCount)
    table = [UInt32](repeating: Self.emptySlot, count: 1 << 10)
    pthread_mutex_init(lock, nil)
  }

  deinit {
    for chunk in 0..<Self.largestChunkCount {
      guard let slots = directory[chunk] else { break }
      slots.deallocate()
    }
    directory.deallocate()
    for block in heapBlocks { block.deallocate() }
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// The number of codes handed out; codes are 0 to `count` − 1.
  public var count: Int {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return storedCount
  }

  /// The code of `bytes`, interned now if it is new. Amortised O(length).
  public func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Code {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    let (position, found) = find(bytes)
    if let found { return found }
    return insert(bytes, at: position)
  }

  /// The code of `text`, interned now if it is new.
  public func intern(_ text: String) -> Code {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The code of `text`, nil where the pool has never seen it.
  public func code(of text: String) -> Code? {
    var text = text
    return text.withUTF8 { bytes in
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      return find(bytes).found
    }
  }

  /// The UTF-8 bytes behind `code`, alive as long as the pool.
  @inlinable public func bytes(of code: Code) -> UnsafeBufferPointer<UInt8> {
    let slots = directory[Int(code) / Self.slotsPerChunk].unsafelyUnwrapped
    let slot = slots[Int(code) % Self.slotsPerChunk]
    return UnsafeBufferPointer(start: slot.start, count: slot.count)
  }

  /// The text behind `code`.
  @inlinable public func string(of code: Code) -> String {
    String(decoding: bytes(of: code), as: UTF8.self)
  }

  // MARK: - Hash table

  private func find(_ bytes: UnsafeBufferPointer<UInt8>) -> (position: Int, found: Code?) {
    let mask = table.count - 1
    var position = Int(truncatingIfNeeded: Self.hash(bytes)) & mask
    while table[position] != Self.emptySlot {
      let candidate = self.bytes(of: table[position])
      if candidate.count == bytes.count,
        bytes.isEmpty || memcmp(candidate.baseAddress!, bytes.baseAddress!, bytes.count) == 0
      {
        return (position, table[position])
      }
      position = (position + 1) & mask
    }
    return (position, nil)
  }

  private func insert(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Code {
    precondition(storedCount < Int(Self.emptySlot), "a string pool holds at most 2³² − 1 strings")
    let code = Code(storedCount)
    let chunk = storedCount / Self.slotsPerChunk
    if directory[chunk] == nil { directory[chunk] = .allocate(capacity: Self.slotsPerChunk) }
    directory[chunk]![storedCount % Self.slotsPerChunk] = Slot(start: store(bytes), count: bytes.count)
    storedCount += 1
    table[position] = code
    if storedCount * 2 > table.count { grow() }
    return code
  }

  private func store(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8> {
    if heapPosition + bytes.count > heapCapacity {
      heapCapacity = max(Self.heapBlockByteCount, bytes.count)
      heapBlocks.append(.allocate(capacity: max(heapCapacity, 1)))
      heapPosition = 0
    }
    let start = (heapBlocks.last ?? emptyBlock()) + heapPosition
    if let source = bytes.baseAddress { start.update(from: source, count: bytes.count) }
    heapPosition += bytes.count
    return UnsafePointer(start)
  }

  private func emptyBlock() -> UnsafeMutablePointer<UInt8> {
    heapCapacity = Self.heapBlockByteCount
    heapBlocks.append(.allocate(capacity: heapCapacity))
    return heapBlocks[0]
  }

  private func grow() {
    let mask = table.count * 2 - 1
    var larger = [UInt32](repeating: Self.emptySlot, count: mask + 1)
    for code in 0..<UInt32(storedCount) {
      var position = Int(truncatingIfNeeded: Self.hash(bytes(of: code))) & mask
      while larger[position] != Self.emptySlot { position = (position + 1) & mask }
      larger[position] = code
    }
    table = larger
  }

  /// Eight bytes a step, multiply and fold (after wyhash's mixing step).
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var index = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count {
      state = mix(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return mix(state ^ rest)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return high ^ low
  }
}
