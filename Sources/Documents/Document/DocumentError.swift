/// Why bytes could not be read as a document.
public struct DocumentError: Error, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case notText = "NotText"
    case empty = "Empty"
    case badDate = "BadDate"
  }

  public let code: Code
  public let fileName: String
  /// Where the trouble begins, in bytes from the start of the file.
  public let byteOffset: Int?
  /// What was found, what was expected, what to do.
  public let message: String

  public var description: String { "\(fileName): \(message)" }
}
