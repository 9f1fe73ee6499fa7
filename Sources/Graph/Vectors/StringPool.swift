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
  private static let directoryByteCount = largestChunkCount * MemoryLayout<UnsafeMutablePointer<Slot>?>.stride
  private static let heapBlockByteCount = 1 << 16

  /// A directory of fixed size, so that readers never see it move: 2¹⁸ chunks of 2¹⁴ slots address every 32-bit code. The
  /// system gives it memory page by page as chunks come to be.
  @usableFromInline let directory: UnsafeMutablePointer<UnsafeMutablePointer<Slot>?>
  private let source: (any StringPoolSource)?
  /// The number of strings that stand in the source.
  private let sourceCount: Int
  /// False for a pool that one thread at a time uses, which takes no lock.
  private let isShared: Bool
  // Whoever holds the lock alone touches these, so no access needs to be tracked.
  /// Nil until a string is first looked up.
  @exclusivity(unchecked) private var table: StringTable?
  /// What was found without a table.
  @exclusivity(unchecked) private var searches: StringSearches
  @exclusivity(unchecked) private var storedCount: Int
  @exclusivity(unchecked) private var heapBlocks: [UnsafeMutablePointer<UInt8>] = []
  @exclusivity(unchecked) private var heapPosition = 0
  @exclusivity(unchecked) private var heapCapacity = 0
  @exclusivity(unchecked) private var heapByteCount = 0
  /// `lock` guards all of the above but the directory; `loading` guards filling the directory from the source, and is the inner
  /// one.
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 2)
  private var loading: UnsafeMutablePointer<pthread_mutex_t> { lock + 1 }
  private var loadedBlocks: [UnsafeMutablePointer<UInt8>] = []

  public convenience init() { self.init(sourceCount: 0, source: nil, isShared: true) }

  /// A pool that one thread at a time uses, such as one that fills it and one that later reads it.
  public static func unshared() -> StringPool { StringPool(sourceCount: 0, source: nil, isShared: false) }

  /// A pool whose codes 0 to `sourceCount` − 1 stand for the strings of `source`.
  public convenience init(sourceCount: Int, source: any StringPoolSource) {
    self.init(sourceCount: sourceCount, source: .some(source), isShared: true)
  }

  private init(sourceCount: Int, source: (any StringPoolSource)?, isShared: Bool) {
    // Not of the heap, which would have to write zeros to all of it.
    let memory = mmap(nil, Self.directoryByteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { fatalError("there is no memory for the strings of a graph") }
    directory = memory.bindMemory(to: UnsafeMutablePointer<Slot>?.self, capacity: Self.largestChunkCount)
    self.isShared = isShared
    self.source = source
    self.sourceCount = sourceCount
    searches = StringSearches(isOver: source == nil)
    storedCount = sourceCount
    pthread_mutex_init(lock, nil)
    pthread_mutex_init(lock + 1, nil)
  }

  deinit {
    for chunk in 0..<((storedCount + Self.slotsPerChunk - 1) / Self.slotsPerChunk) { directory[chunk]?.deallocate() }
    munmap(directory, Self.directoryByteCount)
    table?.deallocate()
    for block in heapBlocks { block.deallocate() }
    for block in loadedBlocks { block.deallocate() }
    pthread_mutex_destroy(lock)
    pthread_mutex_destroy(loading)
    lock.deallocate()
  }

  /// The number of codes handed out; codes are 0 to `count` − 1.
  public var count: Int { locked { storedCount } }

  @inline(__always) private func locked<Result>(_ body: () -> Result) -> Result {
    if isShared { pthread_mutex_lock(lock) }
    defer { if isShared { pthread_mutex_unlock(lock) } }
    return body()
  }

  /// The code of `bytes`, interned now if it is new. Amortised O(length).
  public func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Code {
    let hash = Self.hash(bytes)
    return locked { intern(bytes, hash) }
  }

  @inline(__always) private func intern(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Code {
    let (position, found) = find(bytes, hash)
    return found ?? insert(bytes, hash, at: position)
  }

  /// The codes here of some codes of another pool, interned now where they are new.
  ///
  /// Where each string is looked for is read for a group of them at a time, so that the processor waits for memory once a group
  /// (Chen, Ailamaki, Gibbons, Mowry, "Improving Hash Join Performance through Prefetching", ICDE 2004). Amortised O(lengths).
  public func intern(_ foreign: [Code], of other: StringPool) -> [Code] {
    let groupCount = 32
    return [Code](unsafeUninitializedCapacity: foreign.count) { codes, count in
      count = foreign.count
      withUnsafeTemporaryAllocation(of: (hash: UInt32, entry: UInt64).self, capacity: groupCount) { group in
        locked {
          for start in stride(from: 0, to: foreign.count, by: groupCount) {
            let end = min(start + groupCount, foreign.count)
            let table = lookupTable
            for place in start..<end {
              let hash = Self.hash(other.bytes(of: foreign[place]))
              group[place - start] = (hash, table[table.home(of: hash)])
            }
            for place in start..<end {
              let bytes = other.bytes(of: foreign[place])
              let (hash, entry) = group[place - start]
              // What stood there then stands for the same string now.
              codes[place] = isEntry(entry, of: bytes, hash) ? Code(truncatingIfNeeded: entry) : intern(bytes, hash)
            }
          }
        }
      }
    }
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
      let hash = Self.hash(bytes)
      return locked {
        if table != nil || searches.isOver { return find(bytes, hash).found }
        return searches.code(of: bytes) { search(bytes, hash) }
      }
    }
  }

  /// The code of a text of these bytes, nil where the pool has never seen it. For a pool whose strings are all in memory.
  public func code(of bytes: UnsafeBufferPointer<UInt8>) -> Code? {
    let hash = Self.hash(bytes)
    return locked { find(bytes, hash).found }
  }

  /// True for the pool of a graph, false for one that is filled and read by one thread at a time and goes with its rows.
  public var isLasting: Bool { isShared }

  /// Roughly what the strings take in memory that whoever keeps codes keeps with them: none of a graph's.
  public var keptByteCount: Int { isLasting ? 0 : heapByteCount + storedCount * (MemoryLayout<Slot>.stride + 12) }

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
    let table = lookupTable
    var position = table.home(of: hash)
    while table[position] != StringTable.empty {
      if isEntry(table[position], of: bytes, hash) { return (position, Code(truncatingIfNeeded: table[position])) }
      position = table.next(position)
    }
    return (position, nil)
  }

  /// Whether an entry of the table stands for a string, whose hash is given.
  @inline(__always)
  private func isEntry(_ entry: UInt64, of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Bool {
    entry >> 32 == UInt64(hash) && entry != StringTable.empty && isText(bytes, of: Code(truncatingIfNeeded: entry))
  }

  @inline(__always)
  private func isText(_ bytes: UnsafeBufferPointer<UInt8>, of code: Code) -> Bool {
    let candidate = self.bytes(of: code)
    return candidate.count == bytes.count
      && (bytes.isEmpty || memcmp(candidate.baseAddress!, bytes.baseAddress!, bytes.count) == 0)
  }

  /// The table, made now if no string has been looked up before.
  private var lookupTable: StringTable {
    if let table { return table }
    let made = makeTable()
    table = made
    return made
  }

  /// The code of a string among those of the source, which are all as long as there is no table. O(strings of the source).
  private func search(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Code? {
    for chunk in 0..<sourceChunkCount {
      for (place, candidate) in sourceHashes(chunk).enumerated() where candidate == hash {
        let code = Code(chunk * Self.slotsPerChunk + place)
        if isText(bytes, of: code) { return code }
      }
    }
    return nil
  }

  private func insert(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32, at position: Int) -> Code {
    precondition(storedCount < Int(Code.max), "a string pool holds at most 2³² − 1 strings")
    let code = Code(storedCount)
    let chunk = storedCount / Self.slotsPerChunk
    let slots = directory[chunk] ?? (storedCount % Self.slotsPerChunk == 0 ? allocateChunk(chunk) : load(chunk))
    slots[storedCount % Self.slotsPerChunk] = Slot(start: store(bytes), count: bytes.count)
    storedCount += 1
    table!.insert(code, hash: hash, at: position)
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
      heapByteCount += heapCapacity
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

  private func makeTable() -> StringTable {
    var table = StringTable(expectedCount: storedCount)
    for chunk in 0..<sourceChunkCount {
      for (place, hash) in sourceHashes(chunk).enumerated() {
        table.insert(Code(chunk * Self.slotsPerChunk + place), hash: hash)
      }
    }
    return table
  }

  private var sourceChunkCount: Int { (sourceCount + Self.slotsPerChunk - 1) / Self.slotsPerChunk }

  private func sourceHashes(_ chunk: Int) -> [UInt32] {
    let count = min(Self.slotsPerChunk, sourceCount - chunk * Self.slotsPerChunk)
    let hashes = source?.hashes(ofChunk: chunk) ?? []
    // What the source could not give it has remembered as damage; here only the length matters.
    return hashes.count == count ? hashes : [UInt32](repeating: 0, count: count)
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

  /// The strings of a chunk up to code `end`, for whoever keeps them in a file.
  public func content(ofChunk chunk: Int, upTo end: Int) -> StringPoolChunk {
    let codes = self.codes(ofChunk: chunk, upTo: end)
    var content = StringPoolChunk(lengths: [], bytes: [])
    content.lengths.reserveCapacity(codes.count)
    content.bytes.reserveCapacity(codes.reduce(0) { $0 + bytes(of: $1).count })
    for code in codes {
      let bytes = bytes(of: code)
      content.lengths.append(UInt32(bytes.count))
      content.bytes.append(contentsOf: bytes)
    }
    return content
  }

  /// Their hashes.
  public func hashes(ofChunk chunk: Int, upTo end: Int) -> [UInt32] {
    codes(ofChunk: chunk, upTo: end).map { Self.hash(bytes(of: $0)) }
  }

  private func codes(ofChunk chunk: Int, upTo end: Int) -> Range<Code> {
    let first = chunk * Self.slotsPerChunk
    return Code(first)..<Code(min(first + Self.slotsPerChunk, end))
  }
}
