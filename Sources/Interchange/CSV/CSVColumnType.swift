import Graph

/// What the cells of a property column hold, as a header says it: `born:DATE`, `aliases:STRING[]`.
struct CSVColumnType: Hashable {
  enum Scalar: Hashable {
    case integer, float, boolean, string
    case temporal(TemporalType)
    /// Any value, as `TypedJSON` writes it with tags.
    case json
  }

  var scalar: Scalar
  /// True for a list, its elements between semicolons.
  var isList: Bool

  /// The type that a header calls by `name`, in any case of letters; nil for a name that means none. Besides our own names
  /// those of neo4j-admin and of SQL are understood.
  init?(name: some StringProtocol) {
    var name = name.uppercased()
    isList = name.hasSuffix("[]")
    if isList { name.removeLast(2) }
    switch name {
    case "INT64", "INT", "LONG", "INTEGER", "SHORT", "BYTE", "INT32", "BIGINT": scalar = .integer
    case "DOUBLE", "FLOAT", "FLOAT64": scalar = .float
    case "BOOLEAN", "BOOL": scalar = .boolean
    case "STRING", "CHAR", "TEXT", "VARCHAR": scalar = .string
    case "DATE": scalar = .temporal(.date)
    case "LOCALTIME": scalar = .temporal(.localTime)
    case "TIME": scalar = .temporal(.time)
    case "LOCALDATETIME": scalar = .temporal(.localDateTime)
    case "DATETIME": scalar = .temporal(.dateTime)
    case "DURATION": scalar = .temporal(.duration)
    case "JSON": scalar = .json
    default: return nil
    }
    if isList, scalar == .json { return nil }
  }

  init(_ scalar: Scalar, isList: Bool = false) {
    self.scalar = scalar
    self.isList = isList
  }

  /// The name that a header has.
  var name: String {
    let name =
      switch scalar {
      case .integer: "INT64"
      case .float: "DOUBLE"
      case .boolean: "BOOLEAN"
      case .string: "STRING"
      case .temporal(let type): type.rawValue.uppercased()
      case .json: "JSON"
      }
    return isList ? name + "[]" : name
  }

  /// What a message says was expected.
  var expectation: String {
    let one =
      switch scalar {
      case .integer: "an integer of 64 bits"
      case .float: "a number"
      case .boolean: "true or false"
      case .string: "text"
      case .temporal(.date): "a date such as 2013-01-11"
      case .temporal(.localTime): "a time such as 21:40:32"
      case .temporal(.time): "a time with an offset such as 21:40:32+01:00"
      case .temporal(.localDateTime): "a date and time such as 2013-01-11T21:40:32"
      case .temporal(.dateTime): "a date and time with an offset such as 2013-01-11T21:40:32+01:00"
      case .temporal(.duration): "a duration such as P14DT16H"
      case .json: "JSON"
      }
    return isList ? one + ", several between semicolons" : one
  }
}

// MARK: - Values

extension CSVColumnType {
  /// The narrowest type that holds `value` and writes it so that it reads back the same: JSON where only that does.
  init(of value: Value) {
    switch value {
    case .integer: self.init(.integer)
    case .float: self.init(.float)
    case .boolean: self.init(.boolean)
    case .string: self.init(.string)
    case .date: self.init(.temporal(.date))
    case .localTime: self.init(.temporal(.localTime))
    case .time: self.init(.temporal(.time))
    case .localDateTime: self.init(.temporal(.localDateTime))
    case .dateTime: self.init(.temporal(.dateTime))
    case .duration: self.init(.temporal(.duration))
    case .list(let elements): self.init(ofList: elements)
    case .null, .map, .node, .relationship, .path: self.init(.json)
    }
  }

  /// The elements must be of one type, and no text may be empty or hold what stands between them.
  private init(ofList elements: [Value]) {
    let types = Set(elements.map(CSVColumnType.init(of:)))
    guard types.count == 1, let type = types.first, !type.isList, type.scalar != .json else {
      self.init(.json)
      return
    }
    let isSafe = elements.allSatisfy {
      if case .string(let text) = $0 { !text.isEmpty && !text.utf8.contains(UInt8(ascii: ";")) } else { true }
    }
    self = isSafe ? CSVColumnType(type.scalar, isList: true) : CSVColumnType(.json)
  }
}
