import Cypher
import Graph

/// Commands that show what a graph is made of.
enum LookCommands {
  static let all: [ShellCommand] = [
    ShellCommand(
      name: "schema", group: .look, arguments: "[Label|TYPE]", summary: "labels, types and their properties",
      completes: .label, action: schema),
    ShellCommand(name: "labels", group: .look, summary: "labels and how many nodes have them", action: labels),
    ShellCommand(name: "types", group: .look, summary: "relationship types and how many there are", action: types),
    ShellCommand(
      name: "find", group: .look, arguments: "TEXT", summary: "names that hold a text, and sentences with its words",
      details: "Looks in name, aliases, title and text, without regard to case.", action: FindCommand.run),
  ]

  private static func graphSchema(_ context: ShellContext) throws(ShellError) -> GraphSchema {
    do { return try context.workspace.session.schema() } catch { throw ShellError(error, in: "") }
  }

  private static func labels(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    let labels = try graphSchema(context).labels.filter { $0.count > 0 }
    show(context, ["label", "nodes"], labels.map { [.string($0.name), .integer(Int64($0.count))] }, none: "no labels")
  }

  private static func types(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    let types = try graphSchema(context).relationshipTypes.filter { $0.count > 0 }
    show(
      context, ["type", "relationships", "from → to"],
      types.map { type in
        let ends = type.ends.map { "\($0.source) → \($0.target)" }
        return [.string(type.name), .integer(Int64(type.count)), .string(ends.joined(separator: ", "))]
      }, none: "no relationships")
  }

  private static func schema(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    let schema = try graphSchema(context)
    let wanted = arguments.whole.hasPrefix(":") ? String(arguments.whole.dropFirst()) : arguments.whole
    var rows: [[Value]] = []
    for label in schema.labels where label.count > 0 && fits(label.name, wanted) {
      rows += self.rows("(:\(ValueText.name(label.name)))", label.count, label.properties)
    }
    for type in schema.relationshipTypes where type.count > 0 && fits(type.name, wanted) {
      rows += self.rows("[:\(ValueText.name(type.name))]", type.count, type.properties)
    }
    let definitions = Self.definitions(schema.definitions, wanted)
    if rows.isEmpty, definitions.isEmpty, !wanted.isEmpty {
      let names = schema.labels.map(\.name) + schema.relationshipTypes.map(\.name)
      throw ShellError(
        .name, "no label or type `\(wanted)`", hint: NameSuggestion.hint(for: wanted, among: names))
    }
    if !rows.isEmpty || definitions.isEmpty {
      show(context, ["element", "count", "property", "types", "have it"], rows, none: "the graph is empty")
    }
    if !definitions.isEmpty { show(context, ["name", "kind", "element", "properties"], definitions, none: "") }
  }

  /// The indexes and constraints over a label or type; all of them where none is named.
  private static func definitions(_ schema: SchemaDefinitions, _ wanted: String) -> [[Value]] {
    func row(_ name: String, _ kind: String, _ element: ElementKind, _ owners: [String], _ keys: [String]) -> [Value]? {
      guard owners.contains(where: { fits($0, wanted) }) else { return nil }
      let names = owners.map(ValueText.name).joined(separator: "|")
      let place = element == .node ? "(:\(names))" : "[:\(names)]"
      return [.string(name), .string(kind), .string(place), .string(keys.joined(separator: ", "))]
    }
    let indexes = schema.indexes.compactMap {
      row($0.name, $0.kind.rawValue.lowercased() + " index", $0.element, $0.owners, $0.keys)
    }
    return indexes + schema.constraints.compactMap { row($0.name, $0.demand, $0.element, [$0.owner], $0.keys) }
  }

  private static func fits(_ name: String, _ wanted: String) -> Bool {
    wanted.isEmpty || name.lowercased() == wanted.lowercased()
  }

  private static func rows(_ element: String, _ count: Int, _ properties: [GraphSchema.Property]) -> [[Value]] {
    let head: [Value] = [.string(element), .integer(Int64(count))]
    guard !properties.isEmpty else { return [head + [.null, .null, .null]] }
    return properties.enumerated().map { index, property in
      (index == 0 ? head : [.string(""), .null])
        + [.string(property.key), .string(property.types.joined(separator: ", ")), .integer(Int64(property.count))]
    }
  }

  /// A table of the shell's own in the mode that is set.
  static func show(_ context: ShellContext, _ columns: [String], _ rows: [[Value]], none: String) {
    guard !rows.isEmpty else { return context.console.note(none) }
    var layout = context.layout
    layout.rowLimit = nil
    layout.text.nullText = ""
    layout.text.emptyText = ""
    let mode = context.settings.mode == .dot || context.settings.mode == .trash ? .box : context.settings.mode
    let writer = mode.writer(columns: columns, sink: context.console.sink, layout: layout)
    writer.write(rows)
    _ = writer.finish()
  }
}

extension ConstraintDefinition {
  /// What it demands, in a word or two.
  fileprivate var demand: String {
    switch requirement {
    case .unique: "unique"
    case .exists: "not null"
    case .key: "key"
    case .type(let type): "is \(type.text)"
    }
  }
}
