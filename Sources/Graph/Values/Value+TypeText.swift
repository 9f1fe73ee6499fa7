/// The type of a value as Cypher writes types: `INTEGER NOT NULL`, `LIST<STRING NOT NULL> NOT NULL`, `NULL`.
extension Value {
  /// The most specific type that the value has; what `valueType()` gives. O(elements) for a list.
  ///
  /// The elements of a list give a union in a fixed order, `LIST<STRING NOT NULL | INTEGER NOT NULL> NOT NULL`; if one of them is
  /// null, none of its members is `NOT NULL`.
  public var typeText: String { isNull ? "NULL" : nullableTypeText + " NOT NULL" }

  private var nullableTypeText: String {
    if case .list(let elements) = self { return "LIST<" + Self.elementTypeText(elements) + ">" }
    return type.cypherName
  }

  private static func elementTypeText(_ elements: [Value]) -> String {
    if elements.isEmpty { return "NOTHING" }
    var members: Set<String> = []
    var ranks: [(text: String, rank: Int)] = []
    var hasNull = false
    for element in elements {
      if element.isNull {
        hasNull = true
        continue
      }
      let text = element.nullableTypeText
      if members.insert(text).inserted { ranks.append((text, element.type.unionRank)) }
    }
    if ranks.isEmpty { return "NULL" }
    // A list without elements is a list of anything.
    if ranks.count(where: { $0.rank == ValueType.list.unionRank }) > 1 { ranks.removeAll { $0.text == "LIST<NOTHING>" } }
    ranks.sort { ($0.rank, $0.text) < ($1.rank, $1.text) }
    return ranks.map { hasNull ? $0.text : $0.text + " NOT NULL" }.joined(separator: " | ")
  }
}

extension ValueType {
  /// The name of the type in Cypher's type expressions.
  public var cypherName: String {
    switch self {
    case .null: "NULL"
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .float: "FLOAT"
    case .string: "STRING"
    case .list: "LIST"
    case .map: "MAP"
    case .node: "NODE"
    case .relationship: "RELATIONSHIP"
    case .path: "PATH"
    case .date: "DATE"
    case .localTime: "LOCAL TIME"
    case .time: "ZONED TIME"
    case .localDateTime: "LOCAL DATETIME"
    case .dateTime: "ZONED DATETIME"
    case .duration: "DURATION"
    }
  }

  /// The place of the type in a union, as Cypher orders them.
  fileprivate var unionRank: Int {
    switch self {
    case .null: 0
    case .boolean: 1
    case .string: 2
    case .integer: 3
    case .float: 4
    case .date: 5
    case .localTime: 6
    case .time: 7
    case .localDateTime: 8
    case .dateTime: 9
    case .duration: 10
    case .node: 11
    case .relationship: 12
    case .map: 13
    case .list: 14
    case .path: 15
    }
  }
}
