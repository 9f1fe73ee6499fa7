import Graph

/// One file of a CSV export: the elements of one label set or one relationship type, and the columns they need.
struct CSVTable {
  /// What the elements of a file have in common. Files of nodes come before files of relationships, then by name.
  enum Kind: Hashable, Comparable {
    case nodes([String])
    case relationships(String)

    init?(of element: GraphElement) {
      switch element {
      case .node(let node): self = .nodes(node.labels)
      case .relationship(let relationship):
        guard let content = relationship.content else { return nil }
        self = .relationships(content.type)
      }
    }

    var name: String {
      switch self {
      case .nodes(let labels): labels.joined(separator: "_")
      case .relationships(let type): type
      }
    }

    static func < (a: Kind, b: Kind) -> Bool {
      switch (a, b) {
      case (.nodes(let a), .nodes(let b)): a.lexicographicallyPrecedes(b)
      case (.relationships(let a), .relationships(let b)): a < b
      case (.nodes, .relationships): true
      case (.relationships, .nodes): false
      }
    }
  }

  /// The keys in the order in which they were first met.
  private var keys: [String] = []
  private var columns: [String: CSVColumnInference] = [:]

  mutating func add(_ element: GraphElement) {
    for entry in Self.properties(of: element).entries {
      if columns[entry.key] == nil { keys.append(entry.key) }
      columns[entry.key, default: CSVColumnInference()].add(entry.value)
    }
  }

  func writeHeader(of kind: Kind, to output: ByteOutput) {
    switch kind {
    case .nodes: output.append(":ID,:LABEL")
    case .relationships: output.append(":START_ID,:END_ID,:TYPE")
    }
    for key in keys {
      output.append(",")
      Self.append("\(key):\(columns[key]!.type.name)", to: output)
    }
    output.append("\n")
  }

  func write(_ element: GraphElement, to output: ByteOutput) {
    switch element {
    case .node(let node):
      output.append(integer: Int64(node.id.rawValue))
      output.append(",")
      if !node.labels.isEmpty { Self.append(CSVLabels.text(of: node.labels), to: output) }
    case .relationship(let relationship):
      guard let content = relationship.content else { return }
      output.append(integer: Int64(content.source.rawValue))
      output.append(",")
      output.append(integer: Int64(content.target.rawValue))
      output.append(",")
      Self.append(content.type, to: output)
    }
    let properties = Self.properties(of: element)
    for key in keys {
      output.append(",")
      if let value = properties[key], let column = columns[key] { Self.append(value, type: column.type, to: output) }
    }
    output.append("\n")
  }

  private static func properties(of element: GraphElement) -> PropertyMap {
    switch element {
    case .node(let node): node.properties
    case .relationship(let relationship): relationship.content?.properties ?? PropertyMap()
    }
  }

  private static func append(_ value: Value, type: CSVColumnType, to output: ByteOutput) {
    switch value {
    case .null: break
    case _ where type.scalar == .json:
      var json = JSONWriter()
      TypedJSON.writeTagged(value, to: &json)
      append(String(decoding: json.bytes, as: UTF8.self), to: output)
    case .list(let elements): append(elements.map(text).joined(separator: ";"), to: output)
    case .integer(let number): output.append(integer: number)
    default: append(text(value), to: output)
    }
  }

  private static func text(_ value: Value) -> String {
    if case .string(let text) = value { return text }
    return value.temporalText ?? value.literal
  }

  /// A cell, between quotes where it is empty or holds what would end it or be lost at its edge.
  private static func append(_ text: String, to output: ByteOutput) {
    let needsQuotes =
      text.isEmpty
      || text.utf8.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
      }
    guard needsQuotes else { return output.append(text) }
    output.append("\"")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { output.append(byte) }
      output.append(byte)
    }
    output.append("\"")
  }
}

/// The type of a column while its values are met one by one.
struct CSVColumnInference {
  private var common: CSVColumnType?
  private var hasEmptyList = false

  mutating func add(_ value: Value) {
    // An empty list goes with lists of every type.
    if case .list(let elements) = value, elements.isEmpty {
      hasEmptyList = true
      return
    }
    let type = CSVColumnType(of: value)
    common = common == nil || common == type ? type : CSVColumnType(.json)
  }

  /// The narrowest type that holds every value and reads each back the same: JSON where only that does.
  var type: CSVColumnType {
    guard let common else { return CSVColumnType(.string, isList: hasEmptyList) }
    return hasEmptyList && !common.isList ? CSVColumnType(.json) : common
  }
}
