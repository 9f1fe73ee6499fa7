import Cypher
import Documents
import Foundation
import GraphStorage
import Interchange
import Shell

/// Why a sub-command ended: a sentence for the user and the status of the process.
struct Failure: Error {
  let message: String
  let status: ExitStatus

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  init(_ error: InterchangeError) {
    // Whoever closed the pipe has seen enough: that is no failure.
    self.init(error.code == .readerGone ? .success : .failed, error.code == .readerGone ? "" : error.description)
  }

  init(_ error: StorageError) {
    switch error.code {
    case .unavailable, .locked, .foreign, .damaged, .readOnly: self.init(.unopenable, error.description)
    default: self.init(.failed, error.description)
    }
  }

  init(_ error: DocumentError) {
    self.init(.failed, error.description)
  }

  /// The failure that an error of any room is.
  init(any error: any Error) {
    switch error {
    case let error as Failure: self = error
    case let error as InterchangeError: self.init(error)
    case let error as StorageError: self.init(error)
    case let error as DocumentError: self.init(error)
    default: self.init(.failed, "\(error)")
    }
  }

  /// - Parameter place: the file and line that the statement begins on, where it came from a file.
  init(_ error: CypherError, in statement: String, place: String? = nil) {
    var text = error.rendered(in: statement)
    // The prefix is written by whoever prints the failure.
    if text.hasPrefix("error: ") { text.removeFirst("error: ".count) }
    self.init(.failed, (place.map { $0 + ": " } ?? "") + text)
  }
}

/// Runs `body` with the errors of every room turned into failures.
func reportingFailures<Result>(_ body: () throws -> Result) throws(Failure) -> Result {
  do {
    return try body()
  } catch {
    throw Failure(any: error)
  }
}

enum StandardError {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
