import Cypher
import Graph
import Testing

struct RecordBatchTests {
  private static func batch(check: @escaping () throws(CypherError) -> Void = {}) -> RecordBatch {
    let pool = StringPool()
    let codes = ["plain", "quote\" and \\", "née"].map { pool.intern($0) }
    var nulls = NullMask(count: 3)
    nulls[1] = true
    let columns = [
      Vector(.integers([1, -20, .max])), Vector(.floats([0.5, 2, 1e300]), nulls: nulls), Vector(.booleans([true, false, true])),
      Vector(.strings(codes, pool)), Vector(.dates([0, 1, 2])), Vector(.nodes([NodeID(0), NodeID(1), NodeID(2)])),
      Vector(.values([.list([.null]), .string("x"), .null])), Vector(.constant(.integer(7), count: 3)),
    ]
    let fill = { (value: Value) -> Value in
      guard case .node(let node) = value else { return value }
      return .node(Node(id: node.id, labels: ["A"], properties: ["i": .integer(Int64(node.id.rawValue))]))
    }
    return RecordBatch(columns: columns, rows: [0, 1, 2], fill: fill, check: check)
  }

  @Test func `columns become the JSON of the records that they stand for`() throws {
    let batch = Self.batch()
    var json = JSONWriter()
    try batch.write(to: &json)
    let records = try batch.records().map { Value.list($0).json }
    #expect(records.count == 3)
    #expect(String(decoding: json.bytes, as: UTF8.self) == records.joined(separator: ","))
  }

  @Test func `only the rows that are records are written`() throws {
    let batch = RecordBatch(columns: [Vector(.integers([1, 2, 3]))], rows: [2, 0], fill: { $0 }, check: {})
    var json = JSONWriter()
    try batch.write(to: &json)
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[3],[1]")
  }

  @Test func `what could not be read rightly is neither a record nor text`() {
    let failure = CypherError(.executionError, "Damaged", phase: .runtime, "the file is damaged")
    let batch = Self.batch { () throws(CypherError) in throw failure }
    #expect(throws: CypherError.self) { try batch.records() }
    var json = JSONWriter()
    #expect(throws: CypherError.self) { try batch.write(to: &json) }
  }
}
