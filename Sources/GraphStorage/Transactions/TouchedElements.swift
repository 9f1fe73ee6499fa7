import Graph

/// The elements that a transaction has written to, as far as somebody has to look at them again.
struct TouchedElements: Sendable {
  private(set) var nodes: Set<UInt32> = []
  private(set) var relationships: Set<UInt32> = []

  var isEmpty: Bool { nodes.isEmpty && relationships.isEmpty }

  mutating func insert(_ element: ElementKind, _ row: UInt32) {
    switch element {
    case .node: nodes.insert(row)
    case .relationship: relationships.insert(row)
    }
  }

  func rows(_ element: ElementKind) -> Set<UInt32> { element == .node ? nodes : relationships }
}
