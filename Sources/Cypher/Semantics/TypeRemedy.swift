/// What to do with a value of a type that its place does not take.
enum TypeRemedy {
  /// - Parameter needed: what the place takes, as messages say it.
  static func remedy(for found: StaticType, needed: String) -> String? {
    let wantsNumber = needed.contains("a number") || needed.contains("an integer")
    switch found {
    case .string where wantsNumber: return "toInteger() and toFloat() read a number from text"
    case _ where needed == "a Boolean": return "write a comparison, such as x = 1, or x IS NOT NULL"
    case .list where needed.contains("a list"): return nil
    case .list: return "ask its elements: [x IN list | …], or UNWIND the list"
    case .integer, .float, .number, .temporal, .duration, .boolean:
      if needed.contains("a string") { return "toString() writes a value as text" }
      return needed == "a list" ? "a list stands in brackets: [1, 2]" : nil
    case .string: return needed == "a list" ? "split() makes a list of a text, and a list stands in brackets: ['a', 'b']" : nil
    case .node where needed == "a relationship": return "a relationship stands between two nodes: (a)-[r]->(b)"
    case .relationship where needed == "a node": return "startNode() and endNode() give the nodes that it joins"
    case .path where needed.contains("a node"): return "nodes() and relationships() give what it is made of"
    default: return nil
    }
  }
}
