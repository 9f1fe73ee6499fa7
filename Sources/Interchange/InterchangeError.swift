/// Why a graph could not be read from, or written to, a file: the place, what was found and expected, and the remedy.
public struct InterchangeError: Error, Sendable {
  public enum Code: Sendable, Hashable {
    case cannotOpen, cannotRead, cannotWrite
    /// Whoever read our output went away: a reason to end, not to complain.
    case readerGone
    /// The text is not of the format.
    case malformed
    /// The text is of the format but says what cannot be: an id given twice, a relationship to a node that is not there.
    case inconsistent
  }

  public var code: Code
  /// What was found and what was expected, in one sentence without a full stop at the end.
  public var message: String
  /// What the reader of the message can do.
  public var remedy: String?
  public var file: String?
  /// From 1.
  public var line: Int?
  /// The record of a CSV file, from 1; the header is record 1.
  public var record: Int?
  /// The name of the column, or its number from 1 where it has no name.
  public var column: String?

  public init(
    _ code: Code, _ message: String, remedy: String? = nil, file: String? = nil, line: Int? = nil, record: Int? = nil,
    column: String? = nil
  ) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.file = file
    self.line = line
    self.record = record
    self.column = column
  }
}

extension InterchangeError: CustomStringConvertible {
  /// `people.csv, record 12, column age: found x, expected an integer; write 12 or leave the cell empty`.
  public var description: String {
    var place: [String] = []
    if let file { place.append(file) }
    if let line { place.append("line \(line)") }
    if let record { place.append("record \(record)") }
    if let column { place.append("column \(column)") }
    let prefix = place.isEmpty ? "" : place.joined(separator: ", ") + ": "
    return prefix + message + (remedy.map { "; " + $0 } ?? "")
  }
}
