extension SyntaxWriter {
  /// A type; one of several alternatives is written so that it cannot be taken apart.
  mutating func write(_ type: ValueTypePattern) {
    guard case .anyOf(let types) = type.kind, type.isNullable, !guardsBars else { return write(single: type) }
    write(types, separator: " | ") { $0.write(single: $1) }
  }

  private mutating func write(single type: ValueTypePattern) {
    switch type.kind {
    case .list(let element):
      write("LIST<")
      let outerGuard = guardsBars
      guardsBars = false
      write(element)
      guardsBars = outerGuard
      write(">")
    case .anyOf(let types):
      write("ANY<")
      write(types, separator: " | ") { $0.write(single: $1) }
      write(">")
    default: write(type.kind.name ?? "")
    }
    if !type.isNullable { write(" NOT NULL") }
  }
}

extension Expression {
  /// True for `value IS :: A | B`, also where the alternatives are those of a list's elements.
  var testsAlternatives: Bool { if case .typeTest(_, let type) = kind { type.hasAlternatives } else { false } }
}

extension ValueTypePattern {
  fileprivate var hasAlternatives: Bool {
    switch kind {
    case .anyOf: true
    case .list(let element): element.hasAlternatives
    default: false
    }
  }
}
