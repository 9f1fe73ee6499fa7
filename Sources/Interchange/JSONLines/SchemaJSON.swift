import Graph

/// Indexes and constraints as lines of JSON.
///
///     {"kind":"index","name":"people","type":"RANGE","element":"NODE","owners":["Person"],"properties":["name"]}
///     {"kind":"constraint","name":"ids","type":"KEY","element":"NODE","owners":["Person"],"properties":["id"]}
///
/// An index over words also has its `analyzer`, a constraint of type TYPE its `valueTypes`.
enum SchemaJSON {
  static func write(_ index: IndexDefinition, to json: inout JSONWriter) {
    begin("index", index.name, index.kind.rawValue, index.element, index.owners, index.keys, &json)
    if index.kind == .fullText {
      json.write(raw: ",\"analyzer\":")
      json.write(index.analyzer.rawValue)
    }
    json.write(raw: "}\n")
  }

  static func write(_ constraint: ConstraintDefinition, to json: inout JSONWriter) {
    let type = typeName(of: constraint.requirement)
    begin("constraint", constraint.name, type, constraint.element, [constraint.owner], constraint.keys, &json)
    if case .type(let type) = constraint.requirement {
      json.write(raw: ",\"valueTypes\":")
      json.write(.list(type.alternatives.map { .string($0.text) }))
    }
    json.write(raw: "}\n")
  }

  private static func begin(
    _ kind: String, _ name: String, _ type: String, _ element: ElementKind, _ owners: [String], _ keys: [String],
    _ json: inout JSONWriter
  ) {
    json.write(raw: "{\"kind\":")
    json.write(kind)
    json.write(raw: ",\"name\":")
    json.write(name)
    json.write(raw: ",\"type\":")
    json.write(type)
    json.write(raw: ",\"element\":")
    json.write(element.name)
    json.write(raw: ",\"owners\":")
    json.write(.list(owners.map(Value.string)))
    json.write(raw: ",\"properties\":")
    json.write(.list(keys.map(Value.string)))
  }

  private static func typeName(of requirement: ConstraintDefinition.Requirement) -> String {
    switch requirement {
    case .unique: "UNIQUE"
    case .exists: "EXISTS"
    case .key: "KEY"
    case .type: "TYPE"
    }
  }

  // MARK: - Reading

  static func index(of object: PropertyMap) throws(InterchangeError) -> IndexDefinition {
    let kinds = IndexDefinition.Kind.allCases.map(\.rawValue)
    guard let kind = IndexDefinition.Kind(rawValue: try choice("type", of: object, kinds)) else {
      preconditionFailure("a chosen kind is one of the kinds")
    }
    let (owners, keys) = (try names("owners", of: object), try names("properties", of: object))
    if kind != .fullText { try demandOne("owners", owners) }
    if kind == .text { try demandOne("properties", keys) }
    let analyzers = TextAnalyzer.allCases.map(\.rawValue)
    let analyzer = object["analyzer"] == nil ? nil : TextAnalyzer(rawValue: try choice("analyzer", of: object, analyzers))
    return IndexDefinition(
      name: try name(of: object), kind: kind, element: try element(of: object), owners: owners, keys: keys,
      analyzer: analyzer ?? .standard)
  }

  static func constraint(of object: PropertyMap) throws(InterchangeError) -> ConstraintDefinition {
    let (owners, keys) = (try names("owners", of: object), try names("properties", of: object))
    try demandOne("owners", owners)
    let requirement: ConstraintDefinition.Requirement =
      switch try choice("type", of: object, ["UNIQUE", "EXISTS", "KEY", "TYPE"]) {
      case "UNIQUE": .unique
      case "EXISTS": .exists
      case "KEY": .key
      default: .type(try valueType(of: object))
      }
    if requirement != .unique, requirement != .key { try demandOne("properties", keys) }
    return ConstraintDefinition(
      name: try name(of: object), requirement: requirement, element: try element(of: object), owner: owners[0], keys: keys)
  }

  private static func valueType(of object: PropertyMap) throws(InterchangeError) -> PropertyType {
    var alternatives: [PropertyType.Alternative] = []
    for text in try names("valueTypes", of: object) {
      guard let alternative = PropertyType.Alternative(text: text) else {
        throw InterchangeError(.malformed, "`\(text)` is no type that a property can have, expected such as INTEGER")
      }
      alternatives.append(alternative)
    }
    return PropertyType(alternatives)
  }

  private static func element(of object: PropertyMap) throws(InterchangeError) -> ElementKind {
    let name = try choice("element", of: object, ElementKind.allCases.map(\.name))
    return name == ElementKind.node.name ? .node : .relationship
  }

  private static func name(of object: PropertyMap) throws(InterchangeError) -> String {
    guard case .string(let name)? = object["name"], !name.isEmpty else {
      throw InterchangeError(.malformed, "the name is \(object["name"]?.literal ?? "missing"), expected a string")
    }
    return name
  }

  private static func choice(_ key: String, of object: PropertyMap, _ choices: [String]) throws(InterchangeError) -> String {
    guard case .string(let text)? = object[key], choices.contains(text) else {
      throw InterchangeError(
        .malformed, "the \(key) is \(object[key]?.literal ?? "missing"), expected one of \(choices.joined(separator: ", "))")
    }
    return text
  }

  /// At least one string, each once.
  private static func names(_ key: String, of object: PropertyMap) throws(InterchangeError) -> [String] {
    guard case .list(let elements)? = object[key], !elements.isEmpty else {
      throw InterchangeError(.malformed, "\(key) is \(object[key]?.literal ?? "missing"), expected a list of strings")
    }
    var names: [String] = []
    for element in elements {
      guard case .string(let name) = element, !name.isEmpty, !names.contains(name) else {
        throw InterchangeError(.malformed, "\(key) has \(element.literal), expected strings, each once")
      }
      names.append(name)
    }
    return names
  }

  private static func demandOne(_ key: String, _ names: [String]) throws(InterchangeError) {
    if names.count != 1 { throw InterchangeError(.malformed, "\(key) has \(names.count) names, expected one") }
  }
}
