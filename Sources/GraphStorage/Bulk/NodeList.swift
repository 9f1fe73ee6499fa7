/// The nodes at one end of relationships, in one piece.
final class NodeList {
  let elements: UnsafeMutableBufferPointer<UInt32>
  let range: ClosedRange<UInt32>
  /// How often a node is less than the one before it.
  let descentCount: Int

  /// - Parameter parts: not empty; freed one after the other.
  init(_ parts: consuming [[UInt32]]) {
    let elements = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: parts.reduce(0) { $0 + $1.count })
    var next = 0
    for index in parts.indices {
      parts[index].withUnsafeBufferPointer { part in
        if let base = part.baseAddress { (elements.baseAddress! + next).initialize(from: base, count: part.count) }
      }
      next += parts[index].count
      parts[index] = []
    }
    var least = elements[0]
    var largest = least
    var descents = 0
    var previous = least
    for node in elements {
      least = min(least, node)
      largest = max(largest, node)
      descents &+= previous <= node ? 0 : 1
      previous = node
    }
    self.elements = elements
    range = least...largest
    descentCount = descents
  }

  deinit { elements.deallocate() }
}
