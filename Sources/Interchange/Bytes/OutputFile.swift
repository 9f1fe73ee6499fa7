#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that is either written whole or not there: bytes go to a neighbour, which takes the name when all is well.
public final class OutputFile {
  public let path: String
  public let output: ByteOutput
  private let descriptor: Int32
  /// Where the bytes go until `close`; nil for a device or a pipe, which is written in place.
  private let temporaryPath: String?
  private var isOpen = true

  public init(path: String) throws(InterchangeError) {
    self.path = path
    var information = stat()
    let isSpecial = stat(path, &information) == 0 && information.st_mode & S_IFMT != S_IFREG
    temporaryPath = isSpecial ? nil : "\(path).\(getpid()).partial"
    descriptor = open(temporaryPath ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    output = ByteOutput(descriptor: descriptor)
    guard descriptor >= 0 else {
      throw InterchangeError(.cannotOpen, "cannot be created: \(String(cString: strerror(errno)))", file: path)
    }
  }

  deinit {
    guard isOpen, descriptor >= 0 else { return }
    _ = closeDescriptor(descriptor)
    if let temporaryPath { unlink(temporaryPath) }
  }

  /// Hands on the last bytes and gives the file its name. A file that is never closed is removed.
  public func close() throws(InterchangeError) {
    do {
      try output.flush()
    } catch {
      var error = error
      error.file = path
      throw error
    }
    isOpen = false
    var failed = closeDescriptor(descriptor) != 0
    if let temporaryPath, !failed { failed = rename(temporaryPath, path) != 0 }
    if failed {
      let reason = String(cString: strerror(errno))
      if let temporaryPath { unlink(temporaryPath) }
      throw InterchangeError(.cannotWrite, "cannot write: \(reason)", file: path)
    }
  }
}

/// The C function, which the method of the same name would hide.
private func closeDescriptor(_ descriptor: Int32) -> Int32 {
  close(descriptor)
}
