import Cypher
import Graph

/// Which properties elements of one kind have, of which types, and whether all of them have them.
struct PropertySurvey {
  private var elementCount = 0
  private var counts: [String: Int] = [:]
  private var types: [String: Set<String>] = [:]

  mutating func add(_ properties: PropertyMap) {
    elementCount += 1
    for entry in properties.entries {
      counts[entry.key, default: 0] += 1
      types[entry.key, default: []].insert(Self.typeName(entry.value))
    }
  }

  /// Name, list of types and whether it is mandatory, for each property by name; a record of nulls where there is none.
  var records: [[Value]] {
    if counts.isEmpty { return [[.null, .null, .boolean(false)]] }
    return counts.keys.sorted().map { key in
      [
        .string(key), .list(types[key, default: []].sorted().map { .string($0) }),
        .boolean(counts[key] == elementCount),
      ]
    }
  }

  /// A list of integers is an `IntegerArray`, as Neo4j names it.
  private static func typeName(_ value: Value) -> String {
    guard case .list(let elements) = value else { return value.type.rawValue }
    let names = Set(elements.map { $0.type.rawValue })
    return (names.count == 1 ? names.first ?? "" : "Any") + "Array"
  }
}
