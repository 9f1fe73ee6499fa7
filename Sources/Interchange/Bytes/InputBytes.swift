#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A whole file in memory: mapped where it is a regular file, read where it is a pipe.
public final class InputBytes {
  /// So much of a file is asked of the disk when it is opened.
  private static let earlyByteCount = 1 << 20

  /// What messages call the file.
  public let name: String
  /// Alive as long as this object.
  public let bytes: UnsafeBufferPointer<UInt8>
  private let mapping: UnsafeMutableRawPointer?
  private let storage: UnsafeMutableBufferPointer<UInt8>?

  /// Bytes that are in memory already.
  public init(_ text: some Collection<UInt8>, name: String) {
    self.name = name
    let storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = storage.initialize(from: text)
    self.storage = storage
    mapping = nil
    bytes = UnsafeBufferPointer(storage)
  }

  /// The file at `path`, or standard input for `-`.
  public convenience init(path: String) throws(InterchangeError) {
    let name = path == "-" ? "standard input" : path
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw InterchangeError(.cannotOpen, "cannot be opened: \(String(cString: strerror(errno)))", file: name)
    }
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT != S_IFDIR else {
      throw InterchangeError(.cannotOpen, "is a folder, expected a file", file: name)
    }
    let size = Int(information.st_size)
    if information.st_mode & S_IFMT == S_IFREG, size > 0,
      let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    {
      madvise(start, size, MADV_SEQUENTIAL)
      madvise(start, min(size, Self.earlyByteCount), MADV_WILLNEED)
      self.init(mapping: start, byteCount: size, name: name)
    } else {
      self.init(try Self.readAll(descriptor, name: name), name: name)
    }
  }

  private init(mapping: UnsafeMutableRawPointer, byteCount: Int, name: String) {
    self.name = name
    self.mapping = mapping
    storage = nil
    bytes = UnsafeBufferPointer(start: mapping.assumingMemoryBound(to: UInt8.self), count: byteCount)
  }

  deinit {
    if let mapping { munmap(mapping, bytes.count) }
    storage?.deallocate()
  }

  /// A copy that outlives this object. O(n).
  public var copy: [UInt8] { withExtendedLifetime(self) { Array(bytes) } }

  /// Gives back the memory of bytes that have been read; they are read from the file again if they are wanted once more.
  func forget(_ places: Range<Int>) {
    let pageByteCount = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = (places.lowerBound + pageByteCount - 1) / pageByteCount * pageByteCount
    let end = places.upperBound / pageByteCount * pageByteCount
    guard let mapping, start < end else { return }
    madvise(mapping + start, end - start, MADV_DONTNEED)
  }

  private static func readAll(_ descriptor: Int32, name: String) throws(InterchangeError) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress!, $0.count) }
      if count > 0 {
        all += chunk[..<count]
      } else if count == 0 {
        return all
      } else if errno != EINTR {
        throw InterchangeError(.cannotRead, "cannot be read: \(String(cString: strerror(errno)))", file: name)
      }
    }
  }
}
