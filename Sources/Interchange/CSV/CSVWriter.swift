import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes a graph as a folder of CSV files with typed headers: a file for each set of labels, `Person.csv`, and one for each
/// relationship type, `KNOWS.csv`, as `CSVReader` reads them.
///
/// A column has the type of its values; where they are of several types, or no cell could hold them, it is `JSON` (see
/// `TypedJSON`). An empty cell is no value, `""` an empty text or an empty list.
public struct CSVWriter {
  public init() {}

  /// Writes into the folder `path`, made if it is not there; files of other names in it stay.
  ///
  /// - Parameter elements: gone through twice; must give the same elements each time.
  public func write(_ elements: some Sequence<GraphElement>, toFolder path: String) throws(InterchangeError) {
    var tables: [CSVTable.Kind: CSVTable] = [:]
    for element in elements {
      guard let kind = CSVTable.Kind(of: element) else { continue }
      tables[kind, default: CSVTable()].add(element)
    }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw InterchangeError(.cannotOpen, "cannot be made: \(String(cString: strerror(errno)))", file: path)
    }
    var names: Set<String> = []
    var files: [CSVTable.Kind: OutputFile] = [:]
    for kind in tables.keys.sorted() {
      let file = try OutputFile(path: "\(path)/\(Self.fileName(for: kind, taken: &names)).csv")
      tables[kind]!.writeHeader(of: kind, to: file.output)
      files[kind] = file
    }
    for element in elements {
      guard let kind = CSVTable.Kind(of: element), let file = files[kind], let table = tables[kind] else { continue }
      table.write(element, to: file.output)
      try file.output.flushIfFull()
    }
    for kind in tables.keys.sorted() { try files[kind]?.close() }
  }

  /// A name that no file system minds and no other file of the folder has, in any case of letters.
  private static func fileName(for kind: CSVTable.Kind, taken names: inout Set<String>) -> String {
    let base = String(kind.name.unicodeScalars.prefix(40).map { isSafe($0) ? Character($0) : "_" })
    var name = base.isEmpty ? "nodes" : base
    var number = 2
    while !names.insert(name.lowercased()).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
  }
}
