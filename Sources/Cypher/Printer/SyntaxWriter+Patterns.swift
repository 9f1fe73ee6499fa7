extension SyntaxWriter {
  mutating func write(_ pattern: Pattern) {
    switch pattern.mode {
    case .differentRelationships: write("DIFFERENT RELATIONSHIPS ")
    case .repeatableElements: write("REPEATABLE ELEMENTS ")
    case nil: break
    }
    write(pattern.paths) { $0.write($1) }
  }

  mutating func write(_ path: PathPattern) {
    if let variable = path.variable {
      write(variable: variable)
      write(" = ")
    }
    if let selector = path.selector { write(selector) }
    if let mode = path.mode { write("\(mode.rawValue) ") }
    if case .shortestGroups = path.selector { write("GROUPS ") }
    switch path.shortest {
    case .single: write("shortestPath(")
    case .all: write("allShortestPaths(")
    case nil: if path.filter != nil { write("(") }
    }
    writeElements(of: path)
    write(filter: path.filter)
    if path.shortest != nil || path.filter != nil { write(")") }
  }

  mutating func write(_ node: NodePattern) {
    write("(")
    if let variable = node.variable { write(variable: variable) }
    if let labels = node.labels { write(labels: labels) }
    if let properties = node.properties {
      if node.variable != nil || node.labels != nil { write(" ") }
      write(properties)
    }
    if let predicate = node.predicate { write(elementPredicate: predicate) }
    write(")")
  }

  mutating func write(_ relationship: RelationshipPattern) {
    write(relationship.direction == .incoming ? "<-" : "-")
    let start = text.utf8.count
    write("[")
    if let variable = relationship.variable { write(variable: variable) }
    if let types = relationship.types { write(types: types) }
    if case .starred(let minimum, let maximum) = relationship.length { write(minimum, maximum) }
    if let properties = relationship.properties {
      if text.utf8.count > start + 1 { write(" ") }
      write(properties)
    }
    if let predicate = relationship.predicate { write(elementPredicate: predicate) }
    var isQuantified = false
    if case .quantified = relationship.length { isQuantified = true }
    // In an expression `(a)--+(b)` would be a sum.
    if text.utf8.count == start + 1, !isQuantified { text.removeLast() } else { write("]") }
    write(relationship.direction == .outgoing ? "->" : "-")
    if case .quantified(let quantifier) = relationship.length { write(quantifier) }
  }

  /// WHERE inside a node or a relationship, behind what else stands there.
  private mutating func write(elementPredicate predicate: Expression) {
    if text.utf8.last != UInt8(ascii: "("), text.utf8.last != UInt8(ascii: "[") { write(" ") }
    write("WHERE ")
    write(predicate)
  }

  /// The bounds of a variable length, as they are written in the brackets.
  private mutating func write(_ minimum: Int?, _ maximum: Int?) {
    write("*")
    if let minimum { write(String(minimum)) }
    if minimum == maximum { return }
    write("..")
    if let maximum { write(String(maximum)) }
  }
}
