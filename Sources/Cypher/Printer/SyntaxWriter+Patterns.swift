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
    write(labels: node.labels)
    if let properties = node.properties {
      if node.variable != nil || !node.labels.isEmpty { write(" ") }
      write(properties)
    }
    write(")")
  }

  private mutating func write(_ relationship: RelationshipPattern) {
    write(relationship.direction == .incoming ? "<-" : "-")
    let start = text.utf8.count
    write("[")
    if let variable = relationship.variable { write(variable: variable) }
    if !relationship.types.isEmpty {
      write(":")
      write(relationship.types, separator: "|") { $0.write(schemaName: $1) }
    }
    if let length = relationship.length { write(length) }
    if let properties = relationship.properties {
      if text.utf8.count > start + 1 { write(" ") }
      write(properties)
    }
    if text.utf8.count == start + 1 { text.removeLast() } else { write("]") }
    write(relationship.direction == .outgoing ? "->" : "-")
  }

  private mutating func write(_ length: RelationshipPattern.Length) {
    write("*")
    if let minimum = length.minimum { write(String(minimum)) }
    if length.minimum == length.maximum { return }
    write("..")
    if let maximum = length.maximum { write(String(maximum)) }
  }
}
