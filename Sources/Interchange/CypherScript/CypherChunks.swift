import Graph

/// Elements gathered into statements of one label set or one relationship type each, however mixed they come.
final class CypherChunks {
  private let names: TemporaryNames
  private let largestCount: Int
  private let output: ByteOutput
  /// The statements that are being filled, by first appearance of their kind.
  private var pending: [Pending] = []
  private var places: [Kind: Int] = [:]
  private var lastPlace = 0
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

  /// Puts the rows of a batch, which are written already, into their statements.
  func append(_ rows: CypherRows) throws(InterchangeError) {
    if rows.kind == .relationship {
      if !hasRelationships { closeAll() }
      hasRelationships = true
    }
    var start = 0
    for (number, end) in zip(rows.nameNumbers, rows.ends) {
      let name = rows.names[Int(number)]
      let place = open(rows.kind == .node ? .nodes(name) : .relationships(name[0]))
      pending[place].rows.append(UnsafeBufferPointer(rebasing: rows.text.gathered[start..<end]))
      start = end
    }
    try output.flushIfFull()
  }

  func finish() throws(InterchangeError) {
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
  private func open(_ kind: Kind) -> Int {
    // Elements of one kind mostly come together.
    let place = pending.indices.contains(lastPlace) && pending[lastPlace].kind == kind ? lastPlace : places[kind] ?? pending.count
    lastPlace = place
    if place == pending.count {
      places[kind] = place
      pending.append(Pending(kind: kind))
    }
    if pending[place].count == largestCount { close(place) }
    pending[place].rows.append(pending[place].count == 0 ? "UNWIND [\n  [" : ",\n  [")
    pending[place].count += 1
    return place
  }

  private func closeAll() {
    for place in pending.indices { close(place) }
    pending = []
    places = [:]
  }

  private func close(_ place: Int) {
    guard pending[place].count > 0 else { return }
    output.append(pending[place].rows.gathered)
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
