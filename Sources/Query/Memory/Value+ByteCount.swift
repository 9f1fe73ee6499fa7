import Graph

// What values take in memory, roughly: the parts of an allocation that Swift's runtime adds are counted as 32 bytes.
extension Value {
  /// The bytes of a value in an array and of what it refers to. O(size of the value).
  var byteCount: Int {
    switch self {
    case .string(let text): 24 + (text.utf8.count > 15 ? 32 + text.utf8.count : 0)
    case .list(let elements): elements.reduce(56) { $0 + $1.byteCount }
    case .map(let map): map.byteCount
    case .node(let node): 24 + (node.content.map { 80 + $0.labels.count * 16 + $0.properties.byteCount } ?? 0)
    case .relationship(let relationship): 24 + (relationship.content.map { 80 + $0.properties.byteCount } ?? 0)
    case .path(let path): 88 + path.nodes.count * 32
    case .dateTime, .duration: 88
    default: 24
    }
  }
}

extension PropertyMap {
  fileprivate var byteCount: Int { entries.reduce(56) { $0 + 40 + $1.key.utf8.count + $1.value.byteCount } }
}

extension Vector {
  /// The bytes of all rows. O(1) for typed rows, else O(size of the values).
  var byteCount: Int {
    let masked = nulls == nil ? 0 : count / 8
    switch storage {
    case .nodes(let rows): return masked + rows.count * 4
    case .relationships(let rows): return masked + rows.count * 4
    case .booleans(let rows): return masked + rows.count
    case .integers(let rows), .dates(let rows): return masked + rows.count * 8
    case .floats(let rows): return masked + rows.count * 8
    case .strings(let codes, let pool):
      // What has been computed goes with the rows.
      return masked + codes.count * 4 + (pool.isLasting ? 0 : codes.reduce(0) { $0 + pool.bytes(of: $1).count })
    case .lists(let lists, let elements):
      let all = elements.vector
      let share = Double(lists.reduce(0) { $0 + Int($1.count) }) / Double(max(1, all.count))
      return masked + lists.count * 8 + Int(share * Double(all.byteCount))
    case .values(let rows): return rows.reduce(0) { $0 + $1.byteCount }
    case .constant(let value, let count): return value.byteCount + count * 8
    }
  }
}

extension Batch {
  /// The bytes of all columns, selected rows or not.
  var byteCount: Int { columns.reduce(0) { $0 + $1.byteCount } }
}
