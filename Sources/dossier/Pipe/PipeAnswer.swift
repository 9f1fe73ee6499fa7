import Cypher
import Graph

/// The JSON of one answer. An `id` that the request had comes first.
struct PipeAnswer {
  /// The beginning of an answer up to its rows, kept because the next answer mostly has the same columns.
  struct Heading {
    fileprivate var columns: [String] = []
    fileprivate var json: [UInt8] = Array("\"columns\":[],\"rows\":[".utf8)
  }

  private(set) var json: JSONWriter

  /// - Parameter room: what an earlier answer took, to be used again; empty for the first.
  init(id: Value?, room: consuming [UInt8] = []) {
    json = JSONWriter(room: room)
    json.write(raw: "{")
    guard let id else { return }
    json.write(key: "id")
    json.write(id)
    json.write(raw: ",")
  }

  /// The line, with its line feed.
  consuming func line() -> [UInt8] {
    json.write(raw: "}\n")
    return json.bytes
  }

  mutating func writeDone() {
    json.write(raw: "\"ok\":true")
  }

  /// Writes columns, rows and summary, drawing the result to its end.
  ///
  /// - Parameter nanoseconds: asked for after the last row.
  mutating func write(
    _ result: QueryResult, notation: PipeRequest.Notation, _ heading: inout Heading, nanoseconds: () -> UInt64
  ) throws(CypherError) {
    if result.columns != heading.columns { heading = Heading(columns: result.columns) }
    json.write(raw: heading.json)
    var isFirst = true
    while let batch = try result.nextBatch() {
      if !isFirst { json.write(raw: ",") }
      isFirst = false
      switch notation {
      case .json: try batch.write(to: &json)
      case .literal: writeLiterals(try batch.records())
      }
    }
    json.write(raw: "],\"summary\":")
    write(result.summary, microseconds: Int64(clamping: (nanoseconds() + 500) / 1_000))
  }

  private mutating func writeLiterals(_ records: [[Value]]) {
    for (place, record) in records.enumerated() {
      json.write(raw: place == 0 ? "[" : ",[")
      for (index, value) in record.enumerated() {
        if index > 0 { json.write(raw: ",") }
        json.write(value.literal)
      }
      json.write(raw: "]")
    }
  }

  mutating func write(_ error: CypherError) {
    var fields: PropertyMap = [
      "type": .string(error.kind.rawValue), "phase": .string(error.phase.rawValue), "detail": .string(error.detail.rawValue),
      "message": .string(error.message),
    ]
    if let position = error.position {
      fields["line"] = .integer(Int64(position.line))
      fields["column"] = .integer(Int64(position.column))
      fields["length"] = .integer(Int64(position.length))
    }
    if let hint = error.hint { fields["hint"] = .string(hint) }
    json.write(key: "error")
    json.write(fields)
  }

  /// The answer to a line that is no request. The words are not of the kit, which knows no pipe.
  mutating func writeMisunderstanding(_ message: String) {
    json.write(key: "error")
    json.write(["type": .string("RequestError"), "message": .string(message)])
  }

  private mutating func write(_ summary: QuerySummary, microseconds: Int64) {
    let counters = summary.counters
    json.write(raw: "{")
    json.write(key: "milliseconds")
    write(thousandths: microseconds)
    if counters.isEmpty { json.write(raw: Self.nothingChanged) } else { write(counters) }
    if !summary.notifications.isEmpty {
      json.write(raw: ",\"notifications\":")
      json.write(.list(summary.notifications.map { .string($0.message + ($0.hint.map { "; " + $0 } ?? "")) }))
    }
    json.write(raw: "}")
  }

  /// A number with up to three digits behind the point, as the shortest text of a `Double` has it.
  private mutating func write(thousandths: Int64) {
    json.write(thousandths / 1_000)
    json.write(raw: ".")
    json.write(thousandths / 100 % 10)
    let (hundredths, rest) = (thousandths / 10 % 10, thousandths % 10)
    if hundredths != 0 || rest != 0 { json.write(hundredths) }
    if rest != 0 { json.write(rest) }
  }

  /// The counters of a statement that changed nothing, as most do.
  private static let nothingChanged: StaticString = """
    ,"nodesCreated":0,\
    "nodesDeleted":0,\
    "relationshipsCreated":0,\
    "relationshipsDeleted":0,\
    "propertiesSet":0,\
    "labelsAdded":0,\
    "labelsRemoved":0,\
    "indexesAdded":0,\
    "indexesRemoved":0,\
    "constraintsAdded":0,\
    "constraintsRemoved":0
    """

  private mutating func write(_ counters: UpdateCounters) {
    write(",\"nodesCreated\":", counters.nodesCreated)
    write(",\"nodesDeleted\":", counters.nodesDeleted)
    write(",\"relationshipsCreated\":", counters.relationshipsCreated)
    write(",\"relationshipsDeleted\":", counters.relationshipsDeleted)
    write(",\"propertiesSet\":", counters.propertiesSet)
    write(",\"labelsAdded\":", counters.labelsAdded)
    write(",\"labelsRemoved\":", counters.labelsRemoved)
    write(",\"indexesAdded\":", counters.indexesAdded)
    write(",\"indexesRemoved\":", counters.indexesRemoved)
    write(",\"constraintsAdded\":", counters.constraintsAdded)
    write(",\"constraintsRemoved\":", counters.constraintsRemoved)
  }

  private mutating func write(_ key: StaticString, _ count: Int) {
    json.write(raw: key)
    json.write(Int64(count))
  }
}

extension PipeAnswer.Heading {
  fileprivate init(columns: [String]) {
    self.columns = columns
    var writer = JSONWriter()
    writer.write(raw: "\"columns\":[")
    for (index, column) in columns.enumerated() {
      if index > 0 { writer.write(raw: ",") }
      writer.write(column)
    }
    writer.write(raw: "],\"rows\":[")
    json = writer.bytes
  }
}
