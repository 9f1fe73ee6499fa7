import Cypher
import Query

/// Tables in memory for LOAD CSV; a record a line.
struct SampleTables: TableSource {
  let tables: [String: [[String?]]]

  init(_ tables: [String: [[String?]]]) { self.tables = tables }

  func open(_ address: String, separator: UInt8) throws(CypherError) -> any TableReader {
    guard let records = tables[address] else {
      throw CypherError(.executionError, "FileAccessDenied", phase: .runtime, "no table \(address)")
    }
    return Reader(path: address, records: records)
  }

  private final class Reader: TableReader {
    let path: String
    private let records: [[String?]]
    private(set) var line = 0

    init(path: String, records: [[String?]]) {
      self.path = path
      self.records = records
    }

    func next() throws(CypherError) -> [String?]? {
      guard line < records.count else { return nil }
      line += 1
      return records[line - 1]
    }
  }
}
