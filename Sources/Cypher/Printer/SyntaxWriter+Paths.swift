extension SyntaxWriter {
  /// The nodes of a path and what joins them, without what stands before the path or around it.
  mutating func writeElements(of path: PathPattern) {
    write(path.start)
    for step in path.steps {
      switch step.link {
      case .relationship(let relationship):
        write(relationship)
        write(step.node)
      case .group(let group):
        write(" ")
        write(group)
        write(" ")
        write(step.node)
      }
    }
  }

  mutating func write(_ selector: PathSelector) {
    switch selector {
    case .all: write("ALL ")
    case .any(let count): write("ANY", count)
    case .anyShortest: write("ANY SHORTEST ")
    case .allShortest: write("ALL SHORTEST ")
    // The word GROUPS stands behind the mode.
    case .shortest, .shortestGroups: write("SHORTEST", selector.count)
    }
  }

  private mutating func write(_ word: String, _ count: Expression?) {
    write(word + " ")
    guard let count else { return }
    write(count)
    write(" ")
  }

  mutating func write(_ quantifier: PathQuantifier) {
    switch (quantifier.minimum, quantifier.maximum) {
    case (0, nil): write("*")
    case (1, nil): write("+")
    case (let minimum, let maximum) where minimum == maximum: write("{\(minimum)}")
    case (let minimum, let maximum): write("{\(minimum),\(maximum.map(String.init) ?? "")}")
    }
  }

  private mutating func write(_ group: QuantifiedPath) {
    write("(")
    if let variable = group.path.variable {
      write(variable: variable)
      write(" = ")
    }
    if let mode = group.path.mode { write("\(mode.rawValue) ") }
    writeElements(of: group.path)
    write(filter: group.path.filter)
    write(")")
    write(group.quantifier)
  }
}
