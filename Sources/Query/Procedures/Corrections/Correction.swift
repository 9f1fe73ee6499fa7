import Cypher
import Graph
import GraphStorage

/// One decision about entities, carried out in a transaction.
struct Correction {
  private let context: ExecutionContext
  private let writer: GraphWriter
  private let options: CorrectionOptions
  private var state: GraphSnapshot { context.changes.state }

  init(_ context: ExecutionContext, options: CorrectionOptions) {
    self.context = context
    self.options = options
    writer = GraphWriter(context)
  }

  // MARK: - Merging

  /// Makes `merged` part of `kept`. Of two equal names it is meant that all who bear it are one.
  func merge(_ kept: Value, _ merged: Value) throws(CypherError) -> NodeID? {
    if case .string(let name) = kept, case .string(name) = merged { return try mergeAll(named: name) }
    guard let first = try entity(kept), let second = try entity(merged) else { return nil }
    let statement = try mergeStatement(first, second, kept, merged)
    if first != second { try merge(second, into: first) }
    try record(statement)
    return first
  }

  private func mergeAll(named name: String) throws(CypherError) -> NodeID? {
    let bearers = EntityNames(state, label: options.label).bearers(of: name)
    guard let first = bearers.first else {
      noteUnknown(name)
      return nil
    }
    for other in bearers.dropFirst() { try merge(other, into: first) }
    try record(call("dossier.merge", [.string(name), .string(name)], label: label(of: first)))
    return first
  }

  /// By names as they were before, which the entities bear when their documents are read anew.
  private func mergeStatement(
    _ first: NodeID, _ second: NodeID, _ kept: Value, _ merged: Value
  ) throws(CypherError) -> String {
    let label = options.label ?? self.label(of: first)
    let isAlike = self.label(of: first) == self.label(of: second)
    return call("dossier.merge", [spoken(kept, first), spoken(merged, second)], label: isAlike ? label : nil)
  }

  private func merge(_ other: NodeID, into kept: NodeID) throws(CypherError) {
    let names = EntityNames(state, label: nil)
    let new = names.all(of: other).filter { !names.all(of: kept).contains($0) }
    try move(relationships(of: other), from: other, to: kept)
    for entry in state.properties(of: other).entries where !["name", "aliases", "anonymous"].contains(entry.key) {
      if state.propertyKeyID(entry.key).map({ state.property($0, of: kept).isNull }) ?? true {
        try writer.set(entry.key, of: .node(Node(id: kept)), to: entry.value)
      }
    }
    try addAliases(new, to: kept)
    try writer.delete(other, detaching: true)
    context.showChanges()
  }

  // MARK: - Splitting

  func split(_ entity: Value, documents: Value, name: Value) throws(CypherError) -> NodeID? {
    guard case .string(let name) = name, !name.isEmpty else { return nil }
    guard let from = try self.entity(entity) else { return nil }
    let chosen = try self.documents(documents)
    guard !chosen.isEmpty else { return nil }
    let scope = DocumentScope(state, chosen)
    let moved = relationships(of: from).filter { scope.holds($0, of: from) }
    let names = EntityNames(state, label: label(of: from))
    let known = names.bearers(of: name).first { $0 != from }
    let statement = call(
      "dossier.split", [spoken(entity, from), documentNames(documents, chosen), .string(name)],
      label: options.label ?? label(of: from))
    let target: NodeID
    if let known {
      target = known
    } else {
      guard !moved.isEmpty else { return nil }
      target = try writer.createNode(labels: state.labels(of: from), [("name", .string(name))])
    }
    let forms = moved.compactMap { state.text("text", of: $0) }
    try move(moved, from: from, to: target)
    try addAliases(Array(Set(forms)).sorted().filter { !names.all(of: target).contains($0) && $0 != name }, to: target)
    try record(statement)
    context.showChanges()
    return target
  }

  private func documents(_ value: Value) throws(CypherError) -> Set<NodeID> {
    switch value {
    case .node(let node): return [node.id]
    case .list(let values):
      var nodes: Set<NodeID> = []
      for value in values { nodes.formUnion(try documents(value)) }
      return nodes
    case .string(let title):
      guard let label = state.labelID("Document"), let key = state.propertyKeyID("title") else { return [] }
      let found = Set(state.allNodes(label).filter { Self.isText(title, state.property(key, of: $0)) })
      if found.isEmpty {
        let titles = state.allNodes(label).compactMap { state.text("title", of: $0) }
        context.notifications.append(
          Notification(
            message: "no document has the title \(Value.string(title).literal), so that nothing was changed",
            hint: NameSuggestion.hint(for: title, among: titles)))
      }
      return found
    default:
      throw CypherError(
        .typeError, "InvalidArgumentType", phase: .runtime,
        "documents are nodes or titles, found \(value.literal)")
    }
  }

  private func documentNames(_ value: Value, _ nodes: Set<NodeID>) -> Value {
    if case .string = value { return value }
    guard let key = state.propertyKeyID("title") else { return .list([]) }
    return .list(nodes.sorted().map { state.property(key, of: $0) })
  }

  // MARK: - Renaming

  func rename(_ entity: Value, to name: Value) throws(CypherError) -> NodeID? {
    guard case .string(let name) = name, !name.isEmpty else { return nil }
    guard let node = try self.entity(entity) else { return nil }
    let names = EntityNames(state, label: nil)
    let old = names.name(of: node)
    let statement = call("dossier.rename", [spoken(entity, node), .string(name)], label: options.label ?? label(of: node))
    if old != name {
      try writer.set("name", of: .node(Node(id: node)), to: .string(name))
      let aliases = names.aliases(of: node).filter { $0 != name }
      let all = aliases + (old.map { aliases.contains($0) ? [] : [$0] } ?? [])
      try writer.set("aliases", of: .node(Node(id: node)), to: all.isEmpty ? .null : .list(all.map { .string($0) }))
    }
    try record(statement)
    context.showChanges()
    return node
  }

  // MARK: - Parts

  /// The one entity that is meant; nil where none bears the name.
  private func entity(_ value: Value) throws(CypherError) -> NodeID? {
    switch value {
    case .null: return nil
    case .node(let node): return node.id
    case .string(let name):
      let names = EntityNames(state, label: options.label)
      var bearers = names.bearers(of: name)
      if bearers.isEmpty { bearers = names.bearers(ofAlias: name) }
      guard bearers.count <= 1 else {
        let labels = Set(bearers.map { label(of: $0) ?? "Entity" }).sorted().joined(separator: ", ")
        throw CypherError(
          .argumentError, "AmbiguousName", phase: .runtime,
          "\(bearers.count) entities bear the name \(Value.string(name).literal): \(labels)",
          hint: "say which with {label: '…'}, or MATCH it and give the node")
      }
      if bearers.isEmpty { noteUnknown(name) }
      return bearers.first
    default:
      throw CypherError(
        .typeError, "InvalidArgumentType", phase: .runtime, "an entity is a node or a name, found \(value.literal)")
    }
  }

  /// Says that nobody bears a name, and whose is like it.
  private func noteUnknown(_ name: String) {
    let near = EntityNames(state, label: options.label).near(to: name)
    let ofLabel = options.label.map { " with label `\($0)`" } ?? ""
    context.notifications.append(
      Notification(
        message: "no entity\(ofLabel) bears the name \(Value.string(name).literal), so that nothing was changed",
        hint: near.isEmpty ? nil : "did you mean " + near.map { "`\($0)`" }.joined(separator: " or ") + "?"))
  }

  /// The name that a statement speaks of an entity by: the one it was called, or else its own.
  private func spoken(_ value: Value, _ node: NodeID) -> Value {
    if case .string = value { return value }
    return .string(EntityNames(state, label: nil).name(of: node) ?? "")
  }

  /// `Person`: the label beside `Entity`.
  private func label(of node: NodeID) -> String? {
    state.labels(of: node).map { state.labelName($0) }.sorted().first { $0 != "Entity" }
  }

  private func relationships(of node: NodeID) -> [RelationshipID] {
    var neighbours: [NodeID] = []
    var relationships: [RelationshipID] = []
    state.expand(node, .both, into: &neighbours, relationships: &relationships)
    return relationships.sorted()
  }

  /// Makes relationships of one node those of another; what would join the other to itself goes.
  private func move(_ relationships: [RelationshipID], from old: NodeID, to new: NodeID) throws(CypherError) {
    for relationship in relationships {
      let (source, target) = (state.source(of: relationship), state.target(of: relationship))
      let ends = (source == old ? new : source, target == old ? new : target)
      let properties = state.properties(of: relationship).entries.map { (key: $0.key, value: $0.value) }
      let type = state.type(of: relationship)
      writer.delete(relationship)
      if ends.0 != ends.1 { _ = try writer.createRelationship(type, from: ends.0, to: ends.1, properties) }
    }
  }

  private func addAliases(_ names: [String], to node: NodeID) throws(CypherError) {
    guard !names.isEmpty else { return }
    let all = EntityNames(state, label: nil).aliases(of: node) + names
    try writer.set("aliases", of: .node(Node(id: node)), to: .list(all.map { .string($0) }))
  }

  private static func isText(_ text: String, _ value: Value) -> Bool { if case .string(text) = value { true } else { false } }

  // MARK: - Record

  private func call(_ name: String, _ arguments: [Value], label: String?) -> String {
    var map = PropertyMap()
    if let label { map["label"] = .string(label) }
    if let reason = options.reason { map["reason"] = .string(reason) }
    let all = arguments + (map.isEmpty ? [] : [.map(map)])
    return "CALL \(name)(\(all.map(\.literal).joined(separator: ", ")))"
  }

  /// Notes the statement unless it has been noted before.
  private func record(_ statement: String) throws(CypherError) {
    var last: Int64 = 0
    if let label = state.labelID("Correction") {
      for node in state.allNodes(label) {
        if let key = state.propertyKeyID("statement"), Self.isText(statement, state.property(key, of: node)) { return }
        if let key = state.propertyKeyID("number"), case .integer(let number) = state.property(key, of: node) {
          last = max(last, number)
        }
      }
    }
    var properties: [(key: String, value: Value)] = [("number", .integer(last + 1)), ("statement", .string(statement))]
    if let reason = options.reason { properties.append(("reason", .string(reason))) }
    _ = try writer.createNode(labels: writer.labels(["Correction"]), properties)
  }
}
