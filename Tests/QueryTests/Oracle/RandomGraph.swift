import TestSupport

/// A small graph that random queries have something to find in, as a CREATE statement.
struct RandomGraph {
  static let labels = ["A", "B", "C"]
  static let types = ["R", "S", "T"]

  let script: String

  init(using generator: inout SeededGenerator) {
    let nodeCount = Int.random(in: 2...10, using: &generator)
    var parts: [String] = []
    for index in 0..<nodeCount {
      let labels = Self.labels.filter { _ in Bool.random(using: &generator) }.map { ":\($0)" }.joined()
      var properties = ["id: \(index)"]
      if Int.random(in: 0..<4, using: &generator) > 0 { properties.append("x: \(Int.random(in: 0...3, using: &generator))") }
      if Bool.random(using: &generator) { properties.append("name: '\(["a", "b", "ab"].randomElement(using: &generator)!)'") }
      parts.append("(n\(index)\(labels) {\(properties.joined(separator: ", "))})")
    }
    for _ in 0..<Int.random(in: 0...(nodeCount * 2), using: &generator) {
      let source = Int.random(in: 0..<nodeCount, using: &generator)
      let target = Int.random(in: 0..<nodeCount, using: &generator)
      let type = Self.types.randomElement(using: &generator)!
      parts.append("(n\(source))-[:\(type) {w: \(Int.random(in: 0...2, using: &generator))}]->(n\(target))")
    }
    script = "CREATE " + parts.joined(separator: ", ")
  }
}
