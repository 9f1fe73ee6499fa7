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
///
/// A pool may begin with strings that stand elsewhere (in a graph file): their text is fetched from a `StringPoolSource` a
/// chunk at a time when a code is first read, and their hashes when a string is first looked up.
public final class StringPool: @unchecked Sendable {
  public typealias Code = UInt32

  /// One interned string: `count` UTF-8 bytes at `start`, alive as long as the pool, and its first four bytes, which tell most
  /// strings apart without a look at the others (T. Neumann and M. J. Freitag, "Umbra", CIDR 2020).
  @usableFromInline struct Slot {
    @usableFromInline var start: UnsafePointer<UInt8>
    @usableFromInline var count: UInt32
    @usableFromInline var head: UInt32

    init(start: UnsafePointer<UInt8>, count: Int) {
      precondition(count <= Int(UInt32.max), "an interned string has at most 4 GiB")
      self.start = start
      self.count = UInt32(count)
      head = StringPool.head(of: UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// The number of strings in a chunk; the last one may hold fewer.
  public static let slotsPerChunk = 1 << 14
  private static let largestChunkCount = 1 << 18
  private static let heapBlockByteCount = 1 << 16
  private static let emptySlot = UInt32.max

  /// A directory of fixed size, so that readers never see it move: 2¹⁸ chunks of 2¹⁴ slots address every 32-bit code. The
  /// system gives it memory page by page as chunks come to be.
  @usableFromInline let directory: UnsafeMutablePointer<UnsafeMutablePointer<Slot>?>
  private let source: (any StringPoolSource)?
  /// The number of strings that stand in the source.
  private let sourceCount: Int
  /// Codes by hash, open addressing; empty until a string is first looked up.
  private var table: [UInt32] = []
  /// By code; filled in together with `table`.
  private var hashes: [UInt32] = []
  private var storedCount: Int
  private var heapBlocks: [UnsafeMutablePointer<UInt8>] = []
  private var heapPosition = 0
  private var heapCapacity = 0
  /// `lock` guards all of the above but the directory; `loading` guards filling the directory from the source, and is the inner
  /// one.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 2)
  private var loading: UnsafeMutablePointer<pthread_mutex_t> { lock + 1 }
  private var loadedBlocks: [UnsafeMutablePointer<UInt8>] = []

  public convenience init() { self.init(sourceCount: 0, source: nil) }

  /// A pool whose codes 0 to `sourceCount` − 1 stand for the strings of `source`.
  public convenience init(sourceCount: Int, source: any StringPoolSource) {
    self.init(sourceCount: sourceCount, source: .some(source))
  }

  private init(sourceCount: Int, source: (any StringPoolSource)?) {
    directory = calloc(Self.largestChunkCount, MemoryLayout<UnsafeMutablePointer<Slot>?>.stride)!
      .bindMemory(to: UnsafeMutablePointer<Slot>?.self, capacity: Self.largestChunkCount)
    self.source = source
    self.sourceCount = sourceCount
    storedCount = sourceCount
    pthread_mutex_init(lock, nil)
    pthread_mutex_init(lock + 1, nil)
  }

  deinit {
    for chunk in 0..<((storedCount + Self.slotsPerChunk - 1) / Self.slotsPerChunk) { directory[chunk]?.deallocate() }
    free(directory)
    for block in heapBlocks { block.deallocate() }
    for block in loadedBlocks { block.deallocate() }
    pthread_mutex_destroy(lock)
    pthread_mutex_destroy(loading)
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
    let hash = Self.hash(bytes)
    let (position, found) = find(bytes, hash)
    if let found { return found }
    return insert(bytes, hash, at: position)
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
      return find(bytes, Self.hash(bytes)).found
    }
  }

  /// The UTF-8 bytes behind `code`, alive as long as the pool.
  @inlinable public func bytes(of code: Code) -> UnsafeBufferPointer<UInt8> {
    let chunk = Int(code) / Self.slotsPerChunk
    let slots = directory[chunk] ?? load(chunk)
    let slot = slots[Int(code) % Self.slotsPerChunk]
    return UnsafeBufferPointer(start: slot.start, count: Int(slot.count))
  }

  /// The first four UTF-8 bytes behind `code`, the first one the least significant; zeros stand for what the string has not.
  @inlinable public func head(of code: Code) -> UInt32 {
    let chunk = Int(code) / Self.slotsPerChunk
    let slots = directory[chunk] ?? load(chunk)
    return slots[Int(code) % Self.slotsPerChunk].head
  }

  /// The first four of `bytes`, as `head(of:)` gives them for a code.
  public static func head(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var head: UInt32 = 0
    for index in 0..<min(4, bytes.count) { head |= UInt32(bytes[index]) << UInt32(8 * index) }
    return head
  }

  /// The text behind `code`.
  @inlinable public func string(of code: Code) -> String {
    String(decoding: bytes(of: code), as: UTF8.self)
  }

  // MARK: - Hash table

  private func find(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> (position: Int, found: Code?) {
    if table.isEmpty { buildTable() }
    let mask = table.count - 1
    var position = Int(hash) & mask
    while table[position] != Self.emptySlot {
      if hashes[Int(table[position])] == hash {
        let candidate = self.bytes(of: table[position])
        if candidate.count == bytes.count,
          bytes.isEmpty || memcmp(candidate.baseAddress!, bytes.baseAddress!, bytes.count) == 0
        {
          return (position, table[position])
        }
      }
      position = (position + 1) & mask
    }
    return (position, nil)
  }

  private func insert(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32, at position: Int) -> Code {
    precondition(storedCount < Int(Self.emptySlot), "a string pool holds at most 2³² − 1 strings")
    let code = Code(storedCount)
    let chunk = storedCount / Self.slotsPerChunk
    let slots = directory[chunk] ?? (storedCount % Self.slotsPerChunk == 0 ? allocateChunk(chunk) : load(chunk))
    slots[storedCount % Self.slotsPerChunk] = Slot(start: store(bytes), count: bytes.count)
    storedCount += 1
    hashes.append(hash)
    table[position] = code
    if storedCount * 2 > table.count { fillTable(capacity: table.count * 2) }
    return code
  }

  private func allocateChunk(_ chunk: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: Self.slotsPerChunk)
    directory[chunk] = slots
    return slots
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

  private func buildTable() {
    hashes.reserveCapacity(storedCount)
    for chunk in 0..<((sourceCount + Self.slotsPerChunk - 1) / Self.slotsPerChunk) {
      let count = min(Self.slotsPerChunk, sourceCount - chunk * Self.slotsPerChunk)
      var loaded = source?.hashes(ofChunk: chunk) ?? []
      // What the source could not give it has remembered as damage; here only the length matters.
      if loaded.count != count { loaded = [UInt32](repeating: 0, count: count) }
      hashes += loaded
    }
    var capacity = 256
    while capacity < storedCount * 3 { capacity *= 2 }
    fillTable(capacity: capacity)
  }

  private func fillTable(capacity: Int) {
    table = [UInt32](repeating: Self.emptySlot, count: capacity)
    let mask = capacity - 1
    for code in 0..<storedCount {
      var position = Int(hashes[code]) & mask
      while table[position] != Self.emptySlot { position = (position + 1) & mask }
      table[position] = UInt32(code)
    }
  }

  /// Eight bytes a step, multiply and fold (after wyhash's mixing step). Part of the file format: it never changes.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
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
    return UInt32(truncatingIfNeeded: mix(state ^ rest) >> 16)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return high ^ low
  }

  // MARK: - Chunks

  /// Fetches a chunk of the source. Strings that the source does not give are empty; it remembers why.
  @usableFromInline func load(_ chunk: Int) -> UnsafeMutablePointer<Slot> {
    pthread_mutex_lock(loading)
    defer { pthread_mutex_unlock(loading) }
    if let slots = directory[chunk] { return slots }
    let content = source?.chunk(chunk) ?? StringPoolChunk(lengths: [], bytes: [])
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: max(content.bytes.count, 1))
    content.bytes.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { block.initialize(from: base, count: bytes.count) }
    }
    loadedBlocks.append(block)
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: Self.slotsPerChunk)
    slots.initialize(repeating: Slot(start: UnsafePointer(block), count: 0), count: Self.slotsPerChunk)
    var start = 0
    for (index, length) in content.lengths.prefix(Self.slotsPerChunk).enumerated() {
      let end = start + Int(length)
      guard end <= content.bytes.count else { break }
      slots[index] = Slot(start: UnsafePointer(block + start), count: Int(length))
      start = end
    }
    directory[chunk] = slots
    return slots
  }

  /// The strings of a chunk and their hashes, up to code `end`, for whoever keeps them in a file.
  public func chunk(_ chunk: Int, upTo end: Int) -> (content: StringPoolChunk, hashes: [UInt32]) {
    let first = chunk * Self.slotsPerChunk
    var content = StringPoolChunk(lengths: [], bytes: [])
    var hashes: [UInt32] = []
    for code in first..<min(first + Self.slotsPerChunk, end) {
      let bytes = self.bytes(of: Code(code))
      content.lengths.append(UInt32(bytes.count))
      content.bytes.append(contentsOf: bytes)
      hashes.append(Self.hash(bytes))
    }
    return (content, hashes)
  }
}
