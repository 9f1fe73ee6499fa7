import GraphStorage

/// Variables of a join that may change places, because the pattern looks alike from each of them, and each two of which are
/// neighbours that cannot be the same node: only bindings in one order of their nodes are looked for, and count as often as there
/// are orders. Grochow and Kellis, "Network Motif Discovery Using Subgraph Enumeration and Symmetry-Breaking", RECOMB 2007.
struct Interchangeable {
  /// Each of two variables or more.
  private(set) var groups: [Set<Int>] = []

  /// - Parameters:
  ///   - fixed: variables that are asked for and so must stay where they are.
  ///   - mayHaveLoops: whether a link may join a node with itself.
  init(
    _ links: [PatternTerm.Link], _ weights: [Int: NodeWeights], fixed: [Int], mayHaveLoops: (PatternTerm.Link) -> Bool
  ) {
    let counts = Self.counted(links)
    func areJoined(_ first: Int, _ second: Int) -> Bool {
      links.contains { $0.isAlike && $0.joins(first, second) && !mayHaveLoops($0) }
    }
    for node in weights.keys.sorted() where !fixed.contains(node) {
      let home = groups.firstIndex { group in
        group.allSatisfy { other in
          weights[node]!.isSame(as: weights[other]!) && areJoined(node, other)
            && Self.counted(links.map { $0.swapping(node, other) }) == counts
        }
      }
      if let home { groups[home].insert(node) } else { groups.append([node]) }
    }
    groups.removeAll { $0.count < 2 || Set(Self.relations(links, within: $0)).count > 1 }
  }

  /// What the links between the variables of a group follow. The rows of each relation have an order of nodes of their own: a
  /// group with two relations has none.
  private static func relations(_ links: [PatternTerm.Link], within group: Set<Int>) -> [PatternTerm.Link] {
    links.filter { group.contains($0.from) && group.contains($0.to) }.map { link in
      var relation = link
      (relation.from, relation.to, relation.isExistence) = (0, 0, false)
      return relation
    }
  }

  private static func counted(_ links: [PatternTerm.Link]) -> [PatternTerm.Link: Int] {
    links.reduce(into: [:]) { $0[$1.inOneForm, default: 0] += 1 }
  }

  /// True for a link between two of a group.
  func orders(_ link: PatternTerm.Link) -> Bool { groups.contains { $0.contains(link.from) && $0.contains(link.to) } }

  /// In how many orders the nodes of a binding can be bound.
  var orderCount: Int64 { groups.reduce(1) { $0 * (1...Int64($1.count)).reduce(1, *) } }
}

extension PatternTerm.Link {
  fileprivate func joins(_ first: Int, _ second: Int) -> Bool {
    (from == first && to == second) || (from == second && to == first)
  }

  fileprivate func swapping(_ first: Int, _ second: Int) -> PatternTerm.Link {
    let swapped: (Int) -> Int = { $0 == first ? second : $0 == second ? first : $0 }
    var link = self
    (link.from, link.to) = (swapped(from), swapped(to))
    return link
  }

  /// True if both ends see the same; what is made of other links may lead elsewhere from each.
  fileprivate var isAlike: Bool { isSymmetric && made == nil }

  fileprivate var inOneForm: PatternTerm.Link {
    var link = self
    if isAlike && from > to { swap(&link.from, &link.to) }
    return link
  }
}

extension NodeWeights {
  /// True if it is plain that both count the same nodes once each.
  fileprivate func isSame(as other: NodeWeights) -> Bool { labels != nil && labels == other.labels }
}
