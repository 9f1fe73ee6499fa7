import Graph

extension SyntaxWriter {
  mutating func write(_ command: SchemaCommand) {
    switch command {
    case .createIndex(let creation): write(creation)
    case .createConstraint(let creation): write(creation)
    case .dropIndex(let name, let ifExists):
      write("DROP INDEX ")
      write(name)
      if ifExists { write(" IF EXISTS") }
    case .dropConstraint(let name, let ifExists):
      write("DROP CONSTRAINT ")
      write(name)
      if ifExists { write(" IF EXISTS") }
    }
  }

  private mutating func write(_ creation: IndexCreation) {
    write(creation.indexKind == .range ? "CREATE INDEX " : "CREATE \(creation.indexKind.rawValue) INDEX ")
    write(creation.name, creation.ifNotExists)
    write(creation.element, creation.owners)
    let keys = Self.list(creation.keys)
    write(creation.indexKind == .fullText ? " ON EACH [\(keys)]" : " ON (\(keys))")
    write(options: creation.options)
  }

  private mutating func write(_ creation: ConstraintCreation) {
    write("CREATE CONSTRAINT ")
    write(creation.name, creation.ifNotExists)
    write(creation.element, [creation.owner])
    let keys = Self.list(creation.keys)
    write(" REQUIRE \(creation.keys.count == 1 ? keys : "(\(keys))") IS ")
    switch creation.requirement {
    case .unique: write("UNIQUE")
    case .exists: write("NOT NULL")
    case .key: write("\(creation.element.name) KEY")
    case .type(let type): write(":: \(type.text)")
    }
    write(options: creation.options)
  }

  /// What the index or constraint is over; the element is called `n`.
  private mutating func write(_ element: ElementKind, _ owners: [Name]) {
    let names = owners.map { CypherPrinter.quoted(schemaName: $0.text) }.joined(separator: "|")
    write(element == .node ? "FOR (n:\(names))" : "FOR ()-[n:\(names)]-()")
  }

  private static func list(_ keys: [Name]) -> String {
    keys.map { "n.\(CypherPrinter.quoted(schemaName: $0.text))" }.joined(separator: ", ")
  }

  private mutating func write(options: Expression?) {
    guard let options else { return }
    write(" OPTIONS ")
    write(options)
  }

  private mutating func write(_ name: SchemaName?, _ ifNotExists: Bool) {
    if let name {
      write(name)
      write(" ")
    }
    if ifNotExists { write("IF NOT EXISTS ") }
  }

  /// `FOR` and `IF` are names elsewhere, but would be taken for what follows here.
  private mutating func write(_ name: SchemaName) {
    let text = name.name.text
    if name.isParameter { return write(parameter: text) }
    write(["for", "if"].contains(text.lowercased()) ? SyntaxWriter.inBackticks(text) : CypherPrinter.quoted(variable: text))
  }
}
