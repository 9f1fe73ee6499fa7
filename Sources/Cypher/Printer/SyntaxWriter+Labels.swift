extension SyntaxWriter {
  /// A node's labels with the colon in front.
  mutating func write(labels: LabelExpression) {
    guard case .and(let parts) = labels, parts.allSatisfy(\.isSimple) else { return write(types: labels) }
    for part in parts {
      write(":")
      write(label: part)
    }
  }

  /// A relationship's types with the colon in front.
  mutating func write(types: LabelExpression) {
    write(":")
    write(label: types)
  }

  /// The labels of a predicate, alternatives in parentheses where a bare `|` would be taken for something else.
  mutating func write(testedLabels labels: LabelExpression) {
    guard case .or = labels, guardsBars else { return write(labels: labels) }
    write(":")
    write(labelInParentheses: labels)
  }

  private mutating func write(label: LabelExpression) {
    switch label {
    case .name(let name): write(schemaName: name)
    case .dynamic(let labels):
      write(labels.quantifier == .any ? "$any(" : "$(")
      write(labels.expression)
      write(")")
    case .wildcard: write("%")
    case .not(let part):
      write("!")
      write(labelOperand: part)
    case .and(let parts): write(parts, separator: "&") { $0.write(labelOperand: $1) }
    case .or(let parts):
      write(parts, separator: "|") { writer, part in
        if case .or = part { writer.write(labelInParentheses: part) } else { writer.write(label: part) }
      }
    }
  }

  /// A part of a conjunction or what is negated.
  private mutating func write(labelOperand label: LabelExpression) {
    switch label {
    case .and, .or: write(labelInParentheses: label)
    default: write(label: label)
    }
  }

  private mutating func write(labelInParentheses label: LabelExpression) {
    write("(")
    write(label: label)
    write(")")
  }
}

extension LabelExpression {
  /// True for what the list `:A:B` can hold.
  fileprivate var isSimple: Bool {
    switch self {
    case .name, .dynamic: true
    default: false
    }
  }
}
