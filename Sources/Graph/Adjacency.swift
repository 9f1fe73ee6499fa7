/// A graph as compressed rows (CSR), made for algorithms: vertices are 0 ..< `vertexCount`, the neighbours of one lie side by
/// side.
///
///     offsets   0   2   3   3      vertex 0 → 1, 2
///     targets   1 2 0              vertex 1 → 0, vertex 2 → none
///
/// Rows are sorted by target; parallel relationships stay, each with its weight and number, in the order in which they were
/// given. Immutable: 8 bytes a vertex; 4 an entry, 8 more with weights, 4 more with numbers.
public struct Adjacency: Sendable {
  /// `vertexCount` + 1 places in `targets`, ascending.
  public let offsets: [Int]
  public let targets: [UInt32]
  /// One weight an entry of `targets`; nil where every weight is 1.
  public let weights: [Double]?
  /// What the maker of the graph calls the relationship of each entry; nil where nobody will ask.
  public let numbers: [UInt32]?

  /// Rows that are made already, each sorted by target.
  package init(offsets: [Int], targets: [UInt32], weights: [Double]?, numbers: [UInt32]? = nil) {
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
    self.numbers = numbers
  }

  /// Rows from a list of relationships, in any order. Two counting sorts: O(|V| + |E|).
  ///
  /// - Parameters:
  ///   - sources: one vertex a relationship, below `vertexCount`.
  ///   - targets: as many.
  ///   - weights: as many, or nil.
  ///   - numbers: as many, or nil.
  public init(
    vertexCount: Int, sources: [UInt32], targets: [UInt32], weights: [Double]? = nil, numbers: [UInt32]? = nil
  ) {
    precondition(sources.count == targets.count, "a relationship has one source and one target")
    precondition(weights.map { $0.count == targets.count } ?? true, "a relationship has one weight")
    precondition(numbers.map { $0.count == targets.count } ?? true, "a relationship has one number")
    // Sorted by target first and then, stably, by source: each row comes out sorted by target.
    let byTarget = Self.placed(by: targets, Array(0..<UInt32(targets.count)), vertexCount: vertexCount).order
    let (order, offsets) = Self.placed(by: sources, byTarget, vertexCount: vertexCount)
    self.offsets = offsets
    self.targets = order.map { targets[Int($0)] }
    self.weights = weights.map { weights in order.map { weights[Int($0)] } }
    self.numbers = numbers.map { numbers in order.map { numbers[Int($0)] } }
  }

  public var vertexCount: Int { offsets.count - 1 }
  /// The number of entries: of relationships in a directed graph, of twice as many in an undirected one.
  public var entryCount: Int { targets.count }

  /// The places of a vertex's neighbours in `targets` and `weights`.
  @inlinable public func row(_ vertex: Int) -> Range<Int> { offsets[vertex]..<offsets[vertex + 1] }

  @inlinable public func degree(_ vertex: Int) -> Int { offsets[vertex + 1] - offsets[vertex] }

  /// The weight of an entry.
  @inlinable public func weight(at place: Int) -> Double { weights.map { $0[place] } ?? 1 }

  /// The same relationships, numbered by their places in this graph's rows.
  public var numberedByPlace: Adjacency {
    Adjacency(offsets: offsets, targets: targets, weights: weights, numbers: Array(0..<UInt32(targets.count)))
  }

  /// The same relationships with weights, one an entry.
  package func weighted(_ weights: [Double]) -> Adjacency {
    Adjacency(offsets: offsets, targets: targets, weights: weights, numbers: numbers)
  }

  /// What the arrays keep in memory.
  package var byteCount: Int {
    8 * offsets.count + 4 * targets.count + 8 * (weights?.count ?? 0) + 4 * (numbers?.count ?? 0)
  }

  /// The undirected graph without loops, parallel relationships and weights. O(|V| + |E|).
  public var simple: Adjacency { undirected.distinct }

  /// The source of every entry.
  public var sources: [UInt32] {
    var sources: [UInt32] = []
    sources.reserveCapacity(targets.count)
    for vertex in 0..<vertexCount { sources.append(contentsOf: repeatElement(UInt32(vertex), count: degree(vertex))) }
    return sources
  }

  /// `order` sorted stably by the key of each element, and where each key begins: one counting sort.
  private static func placed(
    by keys: [UInt32], _ order: [UInt32], vertexCount: Int
  ) -> (order: [UInt32], offsets: [Int]) {
    var offsets = [Int](repeating: 0, count: vertexCount + 1)
    for key in keys { offsets[Int(key) + 1] += 1 }
    for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
    var next = offsets
    var sorted = [UInt32](repeating: 0, count: order.count)
    for element in order {
      let key = Int(keys[Int(element)])
      sorted[next[key]] = element
      next[key] += 1
    }
    return (sorted, offsets)
  }
}
