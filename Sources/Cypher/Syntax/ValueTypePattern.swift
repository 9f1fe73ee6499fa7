/// A type as `IS TYPED`, CAST and constraints write it: `INTEGER NOT NULL`, `LIST<STRING>`, `INTEGER | FLOAT`.
public struct ValueTypePattern: Sendable, Equatable {
  public indirect enum Kind: Sendable, Equatable {
    case any, nothing, null
    case boolean, string, integer, float
    case date, localTime, zonedTime, localDateTime, zonedDateTime, duration
    case node, relationship, path, map
    /// Whatever a property can hold.
    case propertyValue
    case list(ValueTypePattern)
    /// At least two types, one of which must fit.
    case anyOf([ValueTypePattern])
  }

  public var kind: Kind
  /// False for `… NOT NULL`. Every other type takes null in.
  public var isNullable: Bool
  public var span: SourceSpan

  public init(_ kind: Kind, isNullable: Bool = true, span: SourceSpan) {
    self.kind = kind
    self.isNullable = isNullable
    self.span = span
  }

  public static func == (a: ValueTypePattern, b: ValueTypePattern) -> Bool {
    a.kind == b.kind && a.isNullable == b.isNullable
  }

  /// True if null is of this type.
  public var acceptsNull: Bool {
    guard isNullable else { return false }
    switch kind {
    case .nothing: return false
    case .anyOf(let types): return types.contains(where: \.acceptsNull)
    default: return true
    }
  }
}

extension ValueTypePattern.Kind {
  /// The types without parts by their names, the one to be printed first; longer names stand in front of those they begin with.
  static let named: [(words: [String], kind: ValueTypePattern.Kind)] = [
    ("ANY PROPERTY VALUE", .propertyValue), ("ANY VALUE", .any), ("ANY NODE", .node), ("ANY VERTEX", .node),
    ("ANY RELATIONSHIP", .relationship), ("ANY EDGE", .relationship), ("ANY MAP", .map), ("ANY RECORD", .map), ("ANY", .any),
    ("NOTHING", .nothing), ("NULL", .null), ("BOOLEAN", .boolean), ("BOOL", .boolean), ("STRING", .string),
    ("VARCHAR", .string), ("INTEGER", .integer), ("INT", .integer), ("SIGNED INTEGER", .integer), ("INTEGER64", .integer),
    ("INT64", .integer), ("FLOAT", .float), ("FLOAT64", .float), ("DOUBLE PRECISION", .float), ("DOUBLE", .float),
    ("DATE", .date), ("LOCAL TIME", .localTime), ("TIME WITHOUT TIMEZONE", .localTime),
    ("TIME WITHOUT TIME ZONE", .localTime), ("ZONED TIME", .zonedTime), ("TIME WITH TIMEZONE", .zonedTime),
    ("TIME WITH TIME ZONE", .zonedTime), ("LOCAL DATETIME", .localDateTime),
    ("TIMESTAMP WITHOUT TIMEZONE", .localDateTime), ("TIMESTAMP WITHOUT TIME ZONE", .localDateTime),
    ("ZONED DATETIME", .zonedDateTime), ("TIMESTAMP WITH TIMEZONE", .zonedDateTime),
    ("TIMESTAMP WITH TIME ZONE", .zonedDateTime), ("DURATION", .duration), ("NODE", .node), ("VERTEX", .node),
    ("RELATIONSHIP", .relationship), ("EDGE", .relationship), ("PATH", .path), ("MAP", .map), ("RECORD", .map),
    ("PROPERTY VALUE", .propertyValue),
  ].map { name, kind in (name.split(separator: " ").map(String.init), kind) }

  /// The usual name; nil for the types that have parts.
  var name: String? {
    switch self {
    case .any: "ANY"
    case .node: "NODE"
    case .relationship: "RELATIONSHIP"
    case .map: "MAP"
    case .propertyValue: "PROPERTY VALUE"
    default: Self.named.first { $0.kind == self }?.words.joined(separator: " ")
    }
  }
}
