import Graph

/// The keys of a GraphML file: which properties there are and which of GraphML's types each has.
struct GraphMLKeys {
  private enum Kind: String {
    case boolean, long, double, string

    init(_ types: Set<ValueType>) {
      switch types {
      case [.boolean]: self = .boolean
      case [.integer]: self = .long
      case [.float]: self = .double
      default: self = .string
      }
    }
  }

  private let kinds: [String: Kind]
  private var identifiers: [String: String] = [:]

  /// Numbers the keys by name, so that their ids say nothing about the order of the elements.
  init(_ types: [String: Set<ValueType>], prefix: String) {
    kinds = types.mapValues { Kind($0) }
    for (index, key) in kinds.keys.sorted().enumerated() { identifiers[key] = "\(prefix)\(index)" }
  }

  func writeDeclarations(for kind: StaticString, to output: ByteOutput) {
    for key in kinds.keys.sorted() {
      output.append("  <key id=\"\(identifiers[key]!)\" for=\"")
      output.append(literal: kind)
      output.append(literal: "\" attr.name=\"")
      XMLText.append(key, to: output)
      output.append("\" attr.type=\"\(kinds[key]!.rawValue)\"/>\n")
    }
  }

  /// The columns of a batch, each with the tag that stands before its values.
  func columns(of batch: ElementBatch) -> PropertyColumns {
    PropertyColumns(batch) { key, text in
      text.append("<data key=\"")
      text.append(identifiers[key] ?? "")
      text.append("\">")
    }
  }

  static func write(_ columns: PropertyColumns, _ row: Int, to output: ByteOutput) {
    columns.forEachPresent(row) { column, _ in
      output.append(UnsafeBufferPointer(column.pointee.prefix))
      switch column.pointee.kind {
      case .booleans: column.pointee.words[row] != 0 ? output.append(literal: "true") : output.append(literal: "false")
      case .integers: output.append(integer: column.pointee.integer(row))
      case .floats: append(column.pointee.float(row), to: output)
      case .strings: XMLText.append(column.pointee.text(row), to: output)
      case .dates: output.append(date: column.pointee.date(row))
      case .values: append(column.pointee.values[row], to: output)
      }
      output.append(literal: "</data>")
    }
  }

  private static func append(_ value: Value, to output: ByteOutput) {
    switch value {
    case .string(let text): XMLText.append(text, to: output)
    case .float(let number): append(number, to: output)
    case .integer(let number): output.append(integer: number)
    case .list, .map: XMLText.append(value.json, to: output)
    default: output.append(value.temporalText ?? value.literal)
    }
  }

  /// A double as XML Schema writes it.
  private static func append(_ number: Double, to output: ByteOutput) {
    if output.append(shortDecimal: number) { return }
    if number.isFinite { return output.append(number.description) }
    output.append(number.isNaN ? "NaN" : number < 0 ? "-INF" : "INF")
  }
}
