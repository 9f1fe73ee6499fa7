import Graph

/// Why the store could not do it: what kind of failure, in which file and where, what was found, and what helps.
public struct StorageError: Error, Sendable, Equatable {
  public enum Code: String, Sendable {
    /// The operating system or SQLite refused: missing file, rights, full disk.
    case unavailable
    /// Another process has the file open for writing.
    case locked
    /// The file is not a graph file, or of a version that this program does not know.
    case foreign
    /// The file is a graph file whose content does not agree with its checksums or with itself.
    case damaged
    /// What was written does not meet a constraint.
    case constraintViolated
    /// A constraint cannot be made because the graph does not meet it.
    case constraintUnsatisfied
    /// A node still has relationships.
    case connected
    /// The element does not exist, or no longer.
    case missingElement
    /// The value cannot be stored in a property.
    case unstorableValue
    /// The store was opened for reading, or is closed.
    case readOnly
    /// An index or constraint is already there, or is not there.
    case schema
    /// A search's text cannot be read.
    case malformedSearch
    /// A limit of the format: number of elements or names, size of a value.
    case limitExceeded
  }

  public var code: Code
  /// What was found and what was expected, in one sentence without a full stop at the end.
  public var message: String
  /// The file, nil for a graph in memory.
  public var path: String?
  /// The place in the file, such as `segment 17, byte 3021`.
  public var place: String?
  /// What the user can do about it.
  public var remedy: String?
  /// The row of the columns that a bulk load was given, from 0, where one row is to blame.
  public var row: Int?
  /// The constraint that is not met.
  public var constraint: ConstraintDefinition?

  public init(_ code: Code, _ message: String, path: String? = nil, place: String? = nil, remedy: String? = nil) {
    self.code = code
    self.message = message
    self.path = path
    self.place = place
    self.remedy = remedy
  }
}

extension StorageError: CustomStringConvertible {
  /// File, place, sentence and remedy on one line.
  public var description: String {
    var text = ""
    if let path { text += path + ": " }
    if let place { text += place + ": " }
    text += message
    if let remedy { text += "; " + remedy }
    return text
  }
}
