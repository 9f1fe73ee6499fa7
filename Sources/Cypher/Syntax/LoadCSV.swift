/// `LOAD CSV [WITH HEADERS] FROM address AS variable [FIELDTERMINATOR ';']`: a row for each record of a file.
public struct LoadCSV: Sendable, Equatable {
  /// True if the first record names the fields: a row is a map then, otherwise a list.
  public var hasHeaders: Bool
  public var source: Expression
  public var variable: Name
  /// The text behind FIELDTERMINATOR; nil for a comma.
  public var fieldTerminator: Expression?

  public init(hasHeaders: Bool, source: Expression, variable: Name, fieldTerminator: Expression? = nil) {
    self.hasHeaders = hasHeaders
    self.source = source
    self.variable = variable
    self.fieldTerminator = fieldTerminator
  }

  /// The one byte that ends a field; nil where FIELDTERMINATOR has something else.
  public var separator: UInt8? {
    guard let fieldTerminator else { return UInt8(ascii: ",") }
    guard case .string(let text) = fieldTerminator.kind, text.utf8.count == 1, let byte = text.utf8.first else { return nil }
    return [UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(byte) ? nil : byte
  }
}

extension LoadCSV {
  /// The hidden columns that `linenumber()` and `file()` read.
  public static let lineColumn = " line"
  public static let fileColumn = " file"

  /// The column that a call of `linenumber()` or `file()` reads; nil for any other function.
  public static func column(of call: FunctionCall) -> String? {
    guard call.arguments.isEmpty else { return nil }
    switch call.name.text.lowercased() {
    case "linenumber": return lineColumn
    case "file": return fileColumn
    default: return nil
    }
  }
}
