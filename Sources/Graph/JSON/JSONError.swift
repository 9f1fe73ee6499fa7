/// Why bytes are not JSON, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From the first byte given to the parser.
  public var byteOffset: Int
  /// What was found and what was expected.
  public var message: String

  public init(byteOffset: Int, message: String) {
    self.byteOffset = byteOffset
    self.message = message
  }

  public var description: String { "\(message) at byte \(byteOffset)" }
}
