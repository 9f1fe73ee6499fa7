import Cypher

/// Where LOAD CSV finds its files. The host of the engine gives one; without it no file is read.
public protocol TableSource: Sendable {
  /// Opens a table by what stands behind FROM: a path or a URL.
  /// - Throws: an error with the remedy where the address may not be read, or cannot.
  func open(_ address: String, separator: UInt8) throws(CypherError) -> any TableReader
}

/// A table that is read from its first record to its last.
public protocol TableReader: AnyObject {
  /// What `file()` gives: the file that is read.
  var path: String { get }
  /// The line on which the last record began, from 1.
  var line: Int { get }

  /// The fields of the next record, nil for a field without anything; nil at the end.
  /// - Throws: an error with the line where a record cannot be read.
  func next() throws(CypherError) -> [String?]?
}
