import Graph

/// Reads a graph from JSON Lines as `JSONLinesWriter` writes them, a few thousand elements at a time.
///
/// An `id` is a number or a string, unique among nodes and among relationships; the elements that come out are numbered from 0 in
/// the order of the file. A line without `labels` or `properties` has none; keys that are not of the format are passed over.
public struct JSONLinesReader {
  private let input: InputBytes
  private var position = 0
  private var line = 0
  private var nodes: [ExternalID: NodeID] = [:]
  private var relationships: Set<ExternalID> = []
  private var relationshipCount: UInt32 = 0

  private static let batchCount = 4_096

  private enum ExternalID: Hashable, CustomStringConvertible {
    case number(Int64)
    case text(String)

    var description: String {
      switch self {
      case .number(let number): String(number)
      case .text(let text): "`\(text)`"
      }
    }
  }

  public init(_ input: InputBytes) {
    self.input = input
  }

  /// The number of bytes read so far, and of all, for a progress bar.
  public var progress: (done: Int, total: Int) { (position, input.bytes.count) }

  /// The next elements, nil at the end. Errors name the file and the line.
  public mutating func next() throws(InterchangeError) -> [GraphElement]? {
    var elements: [GraphElement] = []
    while elements.count < Self.batchCount, position < input.bytes.count {
      line += 1
      var end = position
      while end < input.bytes.count, input.bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let text = UnsafeBufferPointer(rebasing: input.bytes[position..<end])
      position = end + 1
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      do {
        elements.append(try element(of: line == 1 ? Self.withoutMark(text) : text))
      } catch {
        var error = error
        error.file = input.name
        error.line = line
        throw error
      }
    }
    return elements.isEmpty ? nil : elements
  }

  /// The text without the byte-order mark that some programs put before the first line.
  private static func withoutMark(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    text.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeBufferPointer(rebasing: text[3...]) : text
  }

  private mutating func element(of text: UnsafeBufferPointer<UInt8>) throws(InterchangeError) -> GraphElement {
    let json: Value
    do {
      json = try JSONParser.parse(text)
    } catch {
      throw InterchangeError(.malformed, error.message, column: "\(error.byteOffset + 1)")
    }
    guard case .map(let object) = json else {
      throw InterchangeError(.malformed, "found no object, expected {\"kind\": …}")
    }
    switch object["kind"] {
    case .string("node")?: return .node(try node(of: object))
    case .string("relationship")?: return .relationship(try relationship(of: object))
    case let kind:
      throw InterchangeError(
        .malformed, "the kind is \(kind?.literal ?? "missing"), expected 'node' or 'relationship'")
    }
  }

  private mutating func node(of object: PropertyMap) throws(InterchangeError) -> Node {
    let external = try Self.id("id", of: object)
    let id = NodeID(UInt32(nodes.count))
    guard nodes.updateValue(id, forKey: external) == nil else {
      throw InterchangeError(
        .inconsistent, "the node id \(external) comes a second time", remedy: "give every node an id of its own")
    }
    var labels: [String] = []
    switch object["labels"] {
    case nil: break
    case .list(let elements)?:
      for element in elements {
        guard case .string(let label) = element else {
          throw InterchangeError(.malformed, "the label \(element.literal) is not a string")
        }
        if !labels.contains(label) { labels.append(label) }
      }
    case let other?:
      throw InterchangeError(.malformed, "labels is \(other.literal), expected a list of strings")
    }
    return Node(id: id, labels: labels.sorted(), properties: try Self.properties(of: object))
  }

  private mutating func relationship(of object: PropertyMap) throws(InterchangeError) -> Relationship {
    if object["id"] != nil {
      let external = try Self.id("id", of: object)
      guard relationships.insert(external).inserted else {
        throw InterchangeError(
          .inconsistent, "the relationship id \(external) comes a second time",
          remedy: "give every relationship an id of its own, or none")
      }
    }
    guard case .string(let type)? = object["type"], !type.isEmpty else {
      throw InterchangeError(.malformed, "the type is \(object["type"]?.literal ?? "missing"), expected a string")
    }
    defer { relationshipCount += 1 }
    return Relationship(
      id: RelationshipID(relationshipCount), type: type, source: try end("source", of: object),
      target: try end("target", of: object),
      properties: try Self.properties(of: object))
  }

  private func end(_ key: String, of object: PropertyMap) throws(InterchangeError) -> NodeID {
    let external = try Self.id(key, of: object)
    guard let id = nodes[external] else {
      throw InterchangeError(
        .inconsistent, "the \(key) \(external) is no node read so far",
        remedy: "put every node before the relationships that use it")
    }
    return id
  }

  private static func id(_ key: String, of object: PropertyMap) throws(InterchangeError) -> ExternalID {
    switch object[key] {
    case .integer(let number)?: return .number(number)
    case .string(let text)?: return .text(text)
    case let other:
      throw InterchangeError(.malformed, "the \(key) is \(other?.literal ?? "missing"), expected a number or a string")
    }
  }

  private static func properties(of object: PropertyMap) throws(InterchangeError) -> PropertyMap {
    guard let json = object["properties"] else { return PropertyMap() }
    guard case .map(var properties) = json else {
      throw InterchangeError(.malformed, "properties is \(json.literal), expected an object")
    }
    for entry in properties.entries where entry.value.isNull { properties[entry.key] = nil }
    guard let types = object["types"] else { return properties }
    guard case .map(let types) = types else {
      throw InterchangeError(.malformed, "types is \(types.literal), expected an object")
    }
    for entry in types.entries {
      guard case .string(let type) = entry.value, let json = properties[entry.key],
        let value = TypedJSON.value(json, type: type)
      else {
        throw InterchangeError(
          .malformed,
          "the property \(entry.key) is \(properties[entry.key]?.literal ?? "missing"), "
            + "which is no \(entry.value.literal)")
      }
      properties[entry.key] = value
    }
    return properties
  }
}
