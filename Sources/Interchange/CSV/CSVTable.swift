import Graph

/// One file of a CSV export: the elements of one label set or one relationship type, and the columns they need.
struct CSVTable {
  /// What the elements of a file have in common. Files of nodes come before files of relationships, then by name.
  enum Kind: Hashable, Comparable {
    case nodes([String])
    case relationships(String)

    init(_ kind: ElementKind, _ names: [String]) {
      self = kind == .node ? .nodes(names) : .relationships(names[0])
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

  init() {}

  /// The columns that those elements of a batch need that have the names of `number`.
  init(_ batch: ElementBatch, number: UInt32) {
    let rows = batch.nameNumbers.indices.filter { batch.nameNumbers[$0] == number }
    var met: [(row: Int, key: String)] = []
    for (key, values) in batch.properties {
      guard let first = rows.first(where: { !values.isNull($0) }) else { continue }
      met.append((first, key))
      switch values.storage {
      case .values: for row in rows where !values.isNull(row) { columns[key, default: CSVColumnInference()].add(values[row]) }
      default: columns[key, default: CSVColumnInference()].add(values[first])
      }
    }
    // Stable: of keys first met in one element, its order counts.
    for index in met.indices.sorted(by: { (met[$0].row, $0) < (met[$1].row, $1) }) where !keys.contains(met[index].key) {
      keys.append(met[index].key)
    }
  }

  /// Adds the columns of elements that come later.
  mutating func add(_ later: CSVTable) {
    for key in later.keys {
      if columns[key] == nil { keys.append(key) }
      columns[key, default: CSVColumnInference()].add(later.columns[key]!)
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

  /// Writes those elements of a batch that have the names of `number`.
  func write(_ batch: ElementBatch, _ properties: PropertyColumns, number: UInt32, to output: ByteOutput) {
    let names = SharedTexts([batch.names[Int(number)]]) { names, text in
      guard batch.kind == .relationship || !names.isEmpty else { return }
      Self.append(batch.kind == .node ? CSVLabels.text(of: names) : names[0], to: text)
    }
    let cells = keys.map { key in (place: properties.keys.firstIndex(of: key), type: columns[key]!.type) }
    for row in 0..<batch.count where batch.nameNumbers[row] == number {
      if batch.kind == .node {
        output.append(integer: Int64(batch.ids[row]))
      } else {
        output.append(integer: Int64(batch.sources[row]))
        output.append(UInt8(ascii: ","))
        output.append(integer: Int64(batch.targets[row]))
      }
      output.append(UInt8(ascii: ","))
      output.append(names[0])
      for cell in cells {
        output.append(UInt8(ascii: ","))
        guard let place = cell.place, properties.columns[place].isPresent[row] else { continue }
        Self.append(properties.columns.baseAddress! + place, row, type: cell.type, to: output)
      }
      output.append(UInt8(ascii: "\n"))
    }
  }

  private static func append(
    _ column: UnsafePointer<PropertyColumns.Column>, _ row: Int, type: CSVColumnType, to output: ByteOutput
  ) {
    switch column.pointee.kind {
    case _ where type.scalar == .json, .values: append(column.pointee.value(row), type: type, to: output)
    case .booleans: output.append(column.pointee.words[row] != 0 ? "true" : "false")
    case .integers: output.append(integer: column.pointee.integer(row))
    case .floats:
      let number = column.pointee.float(row)
      if FloatText.isPlain(number), output.append(shortDecimal: number) { return }
      output.append(text(.float(number)))
    case .strings: append(column.pointee.text(row), to: output)
    case .dates: output.append(date: column.pointee.date(row))
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

  private static func append(_ text: String, to output: ByteOutput) {
    var text = text
    text.withUTF8 { append($0, to: output) }
  }

  /// A cell, between quotes where it is empty or holds what would end it or be lost at its edge.
  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: ByteOutput) {
    var needsQuotes = bytes.isEmpty
    var hasQuotes = false
    for byte in bytes {
      hasQuotes = hasQuotes || byte == UInt8(ascii: "\"")
      needsQuotes = needsQuotes || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes || hasQuotes else { return output.append(bytes) }
    output.append(UInt8(ascii: "\""))
    if hasQuotes {
      for byte in bytes {
        if byte == UInt8(ascii: "\"") { output.append(byte) }
        output.append(byte)
      }
    } else {
      output.append(bytes)
    }
    output.append(UInt8(ascii: "\""))
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

  /// Adds the values that another has met.
  mutating func add(_ other: CSVColumnInference) {
    hasEmptyList = hasEmptyList || other.hasEmptyList
    guard let type = other.common else { return }
    common = common == nil || common == type ? type : CSVColumnType(.json)
  }

  /// The narrowest type that holds every value and reads each back the same: JSON where only that does.
  var type: CSVColumnType {
    guard let common else { return CSVColumnType(.string, isList: hasEmptyList) }
    return hasEmptyList && !common.isList ? CSVColumnType(.json) : common
  }
}
