import Graph

/// The keys of a GraphML file: which properties there are and which of GraphML's types each has.
struct GraphMLKeys {
  private enum Kind: String {
    case boolean, long, double, string

    init(_ value: Value) {
      switch value {
      case .boolean: self = .boolean
      case .integer: self = .long
      case .float: self = .double
      default: self = .string
      }
    }
  }

  private let prefix: String
  private var kinds: [String: Kind] = [:]
  private var identifiers: [String: String] = [:]

  init(prefix: String) {
    self.prefix = prefix
  }

  mutating func add(_ properties: PropertyMap) {
    for entry in properties.entries {
      let kind = Kind(entry.value)
      if let known = kinds[entry.key], known != kind {
        kinds[entry.key] = .string
      } else {
        kinds[entry.key] = kind
      }
    }
  }

  /// Numbers the keys by name, so that their ids say nothing about the order of the elements.
  mutating func number() {
    for (index, key) in kinds.keys.sorted().enumerated() { identifiers[key] = "\(prefix)\(index)" }
  }

  func writeDeclarations(for kind: StaticString, to output: ByteOutput) {
    for key in kinds.keys.sorted() {
      output.append("  <key id=\"\(identifiers[key]!)\" for=\"")
      output.append(kind)
      output.append("\" attr.name=\"")
      XMLText.append(key, to: output)
      output.append("\" attr.type=\"\(kinds[key]!.rawValue)\"/>\n")
    }
  }

  func write(_ properties: PropertyMap, to output: ByteOutput) {
    for entry in properties.entries {
      output.append("<data key=\"")
      output.append(identifiers[entry.key] ?? "")
      output.append("\">")
      switch entry.value {
      case .string(let text): XMLText.append(text, to: output)
      case .float(let number): output.append(Self.schemaDouble(number))
      case .integer(let number): output.append(integer: number)
      case .list, .map: XMLText.append(entry.value.json, to: output)
      default: output.append(entry.value.temporalText ?? entry.value.literal)
      }
      output.append("</data>")
    }
  }

  /// A double as XML Schema writes it.
  private static func schemaDouble(_ number: Double) -> String {
    if number.isFinite { return number.description }
    return number.isNaN ? "NaN" : number < 0 ? "-INF" : "INF"
  }
}
