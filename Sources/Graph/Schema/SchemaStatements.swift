// The statements that make indexes and constraints again.

extension IndexDefinition {
  /// A statement in Cypher, without a semicolon.
  /// - Parameters:
  ///   - name: the index's name as a statement writes it.
  ///   - quoted: writes a label, type or key as a statement does, between backticks where it must be.
  public func statement(named name: String, quoting quoted: (String) -> String) -> String {
    let properties = keys.map { "n." + quoted($0) }.joined(separator: ", ")
    let pattern = element.pattern(owners.map(quoted).joined(separator: "|"))
    let head = "CREATE \(kind.rawValue) INDEX \(name) FOR \(pattern) ON "
    guard kind == .fullText else { return head + "(\(properties))" }
    let options = " OPTIONS {indexConfig: {`fulltext.analyzer`: '\(analyzer.rawValue)'}}"
    return head + "EACH [\(properties)]" + (analyzer == .standard ? "" : options)
  }
}

extension ConstraintDefinition {
  /// The same for a constraint.
  public func statement(named name: String, quoting quoted: (String) -> String) -> String {
    let properties = keys.map { "n." + quoted($0) }.joined(separator: ", ")
    let demand =
      switch requirement {
      case .unique: "UNIQUE"
      case .exists: "NOT NULL"
      case .key: "\(element.name) KEY"
      case .type(let type): ":: \(type.text)"
      }
    return "CREATE CONSTRAINT \(name) FOR \(element.pattern(quoted(owner))) REQUIRE (\(properties)) IS \(demand)"
  }
}

extension ElementKind {
  /// A pattern of one such element named `n` with any of the labels or types.
  fileprivate func pattern(_ owners: String) -> String { self == .node ? "(n:\(owners))" : "()-[n:\(owners)]-()" }
}
