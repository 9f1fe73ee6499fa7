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
