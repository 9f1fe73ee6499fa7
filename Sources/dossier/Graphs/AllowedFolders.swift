import Cypher
import Foundation
import Interchange
import Query

/// The folders whose files LOAD CSV may read, and nothing outside them: an address is followed through every link before it
/// is compared with a folder.
struct AllowedFolders: TableSource {
  /// Without links, each with a slash at its end.
  private let folders: [String]

  /// - Throws: a failure for a path that is no folder.
  init(_ paths: [String]) throws(Failure) {
    var folders: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard let real = Self.resolved(path), FileManager.default.fileExists(atPath: real, isDirectory: &isFolder),
        isFolder.boolValue
      else { throw Failure(.usage, "--allow-files \(path): there is no such folder") }
      folders.append(real.hasSuffix("/") ? real : real + "/")
    }
    self.folders = folders
  }

  func open(_ address: String, separator: UInt8) throws(CypherError) -> any TableReader {
    let path = try Self.path(of: address)
    guard !folders.isEmpty else {
      throw Self.refused("LOAD CSV may read no file", hint: "start dossier with --allow-files FOLDER to allow a folder")
    }
    let candidates = (path.hasPrefix("/") ? [path] : []) + folders.map { $0 + path }
    let found = candidates.lazy.compactMap(Self.resolved).first { real in folders.contains { real.hasPrefix($0) } }
    guard let found else {
      let names = folders.map { String($0.dropLast()) }.joined(separator: ", ")
      throw Self.refused(
        "there is no file '\(path)' in the folders that may be read: \(names)",
        hint: "start dossier with --allow-files FOLDER to allow another folder")
    }
    do throws(InterchangeError) {
      return CSVTableReader(try InputBytes(path: found), separator: separator)
    } catch {
      throw CypherError(error)
    }
  }

  /// The path that an address speaks of: itself, or what a `file:` URL names.
  private static func path(of address: String) throws(CypherError) -> String {
    guard let colon = address.firstIndex(of: ":"), colon > address.startIndex,
      address[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return address }
    guard address[..<colon].lowercased() == "file" else {
      throw refused(
        "LOAD CSV reads files only, found an address of \(address[..<colon])",
        hint: "download the file into a folder and start dossier with --allow-files FOLDER")
    }
    var rest = address[address.index(after: colon)...]
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let host = rest.prefix { $0 != "/" }
      guard host.isEmpty || host.lowercased() == "localhost" else {
        throw refused("LOAD CSV reads the files of this machine only, found the host \(host)", hint: "write file:///path")
      }
      rest = rest.dropFirst(host.count)
    }
    guard let path = String(rest).removingPercentEncoding, !path.isEmpty, !path.contains("\0") else {
      throw refused("'\(address)' names no file", hint: "write file:///path, with %20 for a blank")
    }
    return path
  }

  private static func refused(_ message: String, hint: String) -> CypherError {
    CypherError(.executionError, "FileAccessDenied", phase: .runtime, message, hint: hint)
  }

  /// The path without links and dots; nil where nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard !path.contains("\0"), let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

/// A CSV file as LOAD CSV reads it.
private final class CSVTableReader: TableReader {
  let path: String
  private var rows: CSVRows

  init(_ input: InputBytes, separator: UInt8) {
    path = input.name
    rows = CSVRows(input, separator: separator)
  }

  var line: Int { rows.line }

  func next() throws(CypherError) -> [String?]? {
    do throws(InterchangeError) { return try rows.next() } catch { throw CypherError(error) }
  }
}

extension CypherError {
  /// What a reader could not read, in the words of the language.
  fileprivate init(_ error: InterchangeError) {
    var place = error
    place.remedy = nil
    self.init(
      .executionError, error.code == .malformed ? "MalformedTable" : "FileNotReadable", phase: .runtime, "\(place)",
      hint: error.remedy)
  }
}
