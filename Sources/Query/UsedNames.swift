import Cypher
import Graph
import GraphStorage

/// The labels, relationship types and property keys by which a query looks for something.
struct UsedNames: Sendable {
  private(set) var labels: [Name] = []
  /// The names in tests of elements that may be nodes or relationships.
  private(set) var labelsOrTypes: [Name] = []
  private(set) var relationshipTypes: [Name] = []
  private(set) var propertyKeys: [Name] = []

  init(_ query: RegularQuery) {
    for clause in query.clauses { add(clause) }
  }

  /// True if the graph has all of them.
  func areKnown(in snapshot: GraphSnapshot) -> Bool {
    labels.allSatisfy { snapshot.labelID($0.text) != nil }
      && labelsOrTypes.allSatisfy { snapshot.labelID($0.text) != nil || snapshot.relationshipTypeID($0.text) != nil }
      && relationshipTypes.allSatisfy { snapshot.relationshipTypeID($0.text) != nil }
      && propertyKeys.allSatisfy { snapshot.propertyKeyID($0.text) != nil }
  }

  private mutating func add(_ clause: Clause) {
    switch clause.kind {
    case .match(let match):
      for path in match.pattern.paths { add(path) }
      if let filter = match.filter { add(filter) }
    case .unwind, .loadCSV, .let, .filter, .for, .order:
      for expression in clause.expressions { add(expression) }
    case .with(let projection, let filter):
      add(projection)
      if let filter { add(filter) }
    case .return(let projection): add(projection)
    case .subquery(let call):
      for clause in call.query.clauses { add(clause) }
    case .create, .merge, .set, .remove, .delete, .foreach, .call, .finish, .show: break  // What is written may well be new.
    }
  }

  private mutating func add(_ projection: Projection) {
    for item in projection.items { add(item.expression) }
    for item in projection.order { add(item.expression) }
  }

  private mutating func add(_ path: PathPattern) {
    for node in path.nodes { add(node) }
    for relationship in path.relationships {
      relationshipTypes += relationship.types?.names ?? []
      if let properties = relationship.properties { addKeys(of: properties) }
      if let predicate = relationship.predicate { add(predicate) }
    }
    for filter in path.filters { add(filter) }
  }

  private mutating func add(_ node: NodePattern) {
    labels += node.labels?.names ?? []
    if let properties = node.properties { addKeys(of: properties) }
    if let predicate = node.predicate { add(predicate) }
  }

  private mutating func addKeys(of properties: Expression) {
    guard case .map(let entries) = properties.kind else { return }
    propertyKeys += entries.map(\.key)
  }

  private mutating func add(_ expression: Expression) {
    switch expression.kind {
    case .property(let owner, let key):
      // The fields of maps and temporal values are not in the catalog; only a variable's are taken for properties.
      if case .variable = owner.kind { propertyKeys.append(key) }
    case .hasLabels(_, let tested): labelsOrTypes += tested.names
    case .patternPredicate(let path), .patternComprehension(let path, _, _), .shortestPath(let path): add(path)
    default: break
    }
    for child in expression.operands { add(child) }
  }
}

/// Warnings of names that the graph does not know: legal, but most often misspelt.
enum NameWarnings {
  static func notifications(for names: UsedNames, in snapshot: GraphSnapshot, _ text: String) -> [Notification] {
    // In an empty graph every name is unknown, and nothing is near it.
    guard snapshot.nodeCount > 0 else { return [] }
    var notifications: [Notification] = []
    for name in names.labels where snapshot.labelID(name.text) == nil {
      notifications.append(warning("no node has label `\(name.text)`", name, snapshot.labels, text))
    }
    for name in names.labelsOrTypes where snapshot.labelID(name.text) == nil && snapshot.relationshipTypeID(name.text) == nil {
      notifications.append(
        warning("no node has label `\(name.text)`", name, snapshot.labels + snapshot.relationshipTypes, text))
    }
    for name in names.relationshipTypes where snapshot.relationshipTypeID(name.text) == nil {
      notifications.append(warning("no relationship has type `\(name.text)`", name, snapshot.relationshipTypes, text))
    }
    // A variable may hold a map, whose keys the graph need not know: without a near name there is nothing to say.
    for name in names.propertyKeys where snapshot.propertyKeyID(name.text) == nil {
      let notification = warning("nothing has property `\(name.text)`", name, snapshot.propertyKeys, text)
      if notification.hint != nil { notifications.append(notification) }
    }
    return notifications
  }

  private static func warning(_ message: String, _ name: Name, _ known: [String], _ text: String) -> Notification {
    let nearest = NameSuggestion.nearest(to: name.text, among: known)
    return Notification(
      message: message, position: SourcePosition(of: name.span, in: text), hint: nearest.map { "did you mean `\($0)`?" })
  }
}
