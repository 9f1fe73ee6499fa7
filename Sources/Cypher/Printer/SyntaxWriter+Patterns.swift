extension SyntaxWriter {
  mutating func write(_ pattern: Pattern) {
    write(pattern.paths) { $0.write($1) }
  }

  mutating func write(_ path: PathPattern) {
    if let variable = path.variable {
      write(variable: variable)
      write(" = ")
    }
    switch path.shortest {
    case .single: write("shortestPath(")
    case .all: write("allShortestPaths(")
    case nil: break
    }
    write(path.start)
    for step in path.steps {
      write(step.relationship)
      write(step.node)
    }
    if path.shortest != nil { write(")") }
  }

  private mutating func write(_ node: NodePattern) {
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

  private mutating func write(_ relationship: RelationshipPattern) {
    write(relationship.direction == .incoming ? "<-" : "-")
    let start = text.utf8.count
    write("[")
    if let variable = relationship.variable { write(variable: variable) }
    if let types = relationship.types { write(types: types) }
    if let length = relationship.length { write(length) }
    if let properties = relationship.properties {
      if text.utf8.count > start + 1 { write(" ") }
      write(properties)
    }
    if let predicate = relationship.predicate { write(elementPredicate: predicate) }
    if text.utf8.count == start + 1 { text.removeLast() } else { write("]") }
    write(relationship.direction == .outgoing ? "->" : "-")
  }

  /// WHERE inside a node or a relationship, behind what else stands there.
  private mutating func write(elementPredicate predicate: Expression) {
    if text.utf8.last != UInt8(ascii: "("), text.utf8.last != UInt8(ascii: "[") { write(" ") }
    write("WHERE ")
    write(predicate)
  }

  private mutating func write(_ length: RelationshipPattern.Length) {
    write("*")
    if let minimum = length.minimum { write(String(minimum)) }
    if length.minimum == length.maximum { return }
    write("..")
    if let maximum = length.maximum { write(String(maximum)) }
  }
}
