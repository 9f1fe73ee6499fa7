import Graph

/// Elements gathered into statements of one label set or one relationship type each, however mixed they come.
struct CypherChunks {
  private let names: TemporaryNames
  private let largestCount: Int
  private let output: ByteOutput
  /// The statements that are being filled, by first appearance of their kind.
  private var pending: [Pending] = []
  private var places: [Kind: Int] = [:]
  private var hasRelationships = false

  /// What the elements of one statement have in common.
  private enum Kind: Hashable {
    case nodes([String])
    case relationships(String)
  }

  private struct Pending {
    let kind: Kind
    var count = 0
    let rows = ByteOutput()
  }

  init(names: TemporaryNames, largestCount: Int, output: ByteOutput) {
    self.names = names
    self.largestCount = largestCount
    self.output = output
  }

  /// An index turns the search for the ends of each relationship from a scan into a look-up.
  func begin() {
    output.append("CREATE INDEX ")
    CypherText.append(name: names.index, to: output)
    output.append(" FOR (n:")
    CypherText.append(name: names.label, to: output)
    output.append(") ON (n.")
    CypherText.append(name: names.key, to: output)
    output.append(");\n")
  }

  mutating func append(_ element: GraphElement) throws(InterchangeError) {
    switch element {
    case .node(let node):
      let place = open(.nodes(node.labels))
      let rows = pending[place].rows
      rows.append(integer: Int64(node.id.rawValue))
      rows.append(", ")
      CypherText.append(node.properties, to: rows)
      rows.append("]")
    case .relationship(let relationship):
      guard let content = relationship.content else { return }
      if !hasRelationships { closeAll() }
      hasRelationships = true
      let place = open(.relationships(content.type))
      let rows = pending[place].rows
      rows.append(integer: Int64(content.source.rawValue))
      rows.append(", ")
      rows.append(integer: Int64(content.target.rawValue))
      rows.append(", ")
      CypherText.append(content.properties, to: rows)
      rows.append("]")
    }
    try output.flushIfFull()
  }

  mutating func finish() throws(InterchangeError) {
    closeAll()
    output.append("MATCH (n:")
    CypherText.append(name: names.label, to: output)
    output.append(") REMOVE n:")
    CypherText.append(name: names.label, to: output)
    output.append(", n.")
    CypherText.append(name: names.key, to: output)
    output.append(";\nDROP INDEX ")
    CypherText.append(name: names.index, to: output)
    output.append(";\n")
    try output.flush()
  }

  /// The place of the statement that takes one more row of `kind`, with the row begun.
  private mutating func open(_ kind: Kind) -> Int {
    let place = places[kind] ?? pending.count
    if place == pending.count {
      places[kind] = place
      pending.append(Pending(kind: kind))
    }
    if pending[place].count == largestCount { close(place) }
    pending[place].rows.append(pending[place].count == 0 ? "UNWIND [\n  [" : ",\n  [")
    pending[place].count += 1
    return place
  }

  private mutating func closeAll() {
    for place in pending.indices { close(place) }
    pending = []
    places = [:]
  }

  private mutating func close(_ place: Int) {
    guard pending[place].count > 0 else { return }
    output.append(contentsOf: pending[place].rows.bytes)
    pending[place].rows.removeAll()
    pending[place].count = 0
    output.append("\n] AS row ")
    switch pending[place].kind {
    case .nodes(let labels):
      output.append("CREATE (n")
      CypherScriptWriter.append(labels: labels + [names.label], to: output)
      output.append(") SET n = row[1], n.")
      CypherText.append(name: names.key, to: output)
      output.append(" = row[0];\n")
    case .relationships(let type):
      output.append("MATCH ")
      appendEnd("a", number: 0)
      output.append(", ")
      appendEnd("b", number: 1)
      output.append(" CREATE (a)-[r:")
      CypherText.append(name: type, to: output)
      output.append("]->(b) SET r = row[2];\n")
    }
  }

  private func appendEnd(_ variable: String, number: Int) {
    output.append("(\(variable):")
    CypherText.append(name: names.label, to: output)
    output.append(" {")
    CypherText.append(name: names.key, to: output)
    output.append(": row[\(number)]})")
  }
}
