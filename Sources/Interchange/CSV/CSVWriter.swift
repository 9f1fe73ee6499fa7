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
  /// - Parameter elements: gone through twice.
  public func write(_ elements: some ElementSource, toFolder path: String) throws(InterchangeError) {
    let tables = Self.tables(of: elements)
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
    try Self.write(elements, tables, to: files)
    for kind in tables.keys.sorted() { try files[kind]?.close() }
  }

  private static func tables(of elements: some ElementSource) -> [CSVTable.Kind: CSVTable] {
    var tables: [CSVTable.Kind: CSVTable] = [:]
    elements.forEachInOrder { index in
      let batch = elements.batchWithProperties(index)
      return batch.names.indices.map { number in
        (kind: CSVTable.Kind(batch.kind, batch.names[number]), table: CSVTable(batch, number: UInt32(number)))
      }
    } _: { parts in
      for part in parts { tables[part.kind, default: CSVTable()].add(part.table) }
    }
    return tables
  }

  private static func write(
    _ elements: some ElementSource, _ tables: [CSVTable.Kind: CSVTable], to files: [CSVTable.Kind: OutputFile]
  ) throws(InterchangeError) {
    var parts = [[(kind: CSVTable.Kind, text: ByteOutput)]](repeating: [], count: OrderedPieces.slotCount)
    try parts.withUnsafeMutableBufferPointer { parts throws(InterchangeError) in
      nonisolated(unsafe) let parts = parts
      try OrderedPieces.run(count: elements.batchCount) { piece, slot in
        let batch = elements.batchWithProperties(piece)
        let columns = PropertyColumns(batch) { _, _ in }
        parts[slot] = batch.names.indices.map { number in
          let kind = CSVTable.Kind(batch.kind, batch.names[number])
          let text = ByteOutput()
          tables[kind]!.write(batch, columns, number: UInt32(number), to: text)
          return (kind, text)
        }
      } deliver: { _, slot throws(InterchangeError) in
        for part in parts[slot] { try files[part.kind]!.output.take(part.text) }
      }
    }
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
