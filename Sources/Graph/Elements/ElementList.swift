/// Elements that are in memory one by one, as a source of batches. Keeps the order of the elements and that of the properties
/// of each; relationships without content are left out.
public struct ElementList: ElementSource {
  /// Consecutive elements of one kind whose properties come in one order.
  private struct Run {
    var places: Range<Int>
    var keys: [String]
  }

  private static let largestKeyCount = 64

  public let elements: [GraphElement]
  private var runs: [Run] = []

  /// O(elements and their properties).
  public init(_ elements: [GraphElement]) {
    self.elements = elements.filter { if case .relationship(let one) = $0 { one.content != nil } else { true } }
    for place in self.elements.indices where !extend(to: place) {
      runs.append(Run(places: place..<(place + 1), keys: Self.properties(of: self.elements[place]).keys))
    }
  }

  /// Adds the element to the last run if it is of its kind and its keys fit into the order of the run's.
  private mutating func extend(to place: Int) -> Bool {
    guard let last = runs.last, last.places.count < Batch.capacity,
      elements[place].kind == elements[last.places.lowerBound].kind
    else { return false }
    var keys = last.keys
    var next = 0
    for entry in Self.properties(of: elements[place]).entries {
      if let found = keys[next...].firstIndex(where: { ExactText.isSame($0, entry.key) }) {
        next = found + 1
      } else {
        guard keys.count < Self.largestKeyCount, !keys[..<next].contains(where: { ExactText.isSame($0, entry.key) }) else {
          return false
        }
        keys.append(entry.key)
        next = keys.count
      }
    }
    runs[runs.count - 1] = Run(places: last.places.lowerBound..<(place + 1), keys: keys)
    return true
  }

  private static func properties(of element: GraphElement) -> PropertyMap {
    switch element {
    case .node(let node): node.properties
    case .relationship(let relationship): relationship.content?.properties ?? PropertyMap()
    }
  }

  // MARK: - Batches

  public var batchCount: Int { runs.count }

  public func batch(_ index: Int) -> ElementBatch {
    let run = elements[runs[index].places]
    var names: [[String]] = []
    var numbers: [[String]: UInt32] = [:]
    var ids: [UInt32] = []
    var nameNumbers: [UInt32] = []
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    for element in run {
      let name: [String]
      switch element {
      case .node(let node):
        ids.append(node.id.rawValue)
        name = node.labels
      case .relationship(let relationship):
        let content = relationship.content!
        ids.append(relationship.id.rawValue)
        sources.append(content.source.rawValue)
        targets.append(content.target.rawValue)
        name = [content.type]
      }
      let number = numbers[name] ?? UInt32(names.count)
      if number == names.count {
        numbers[name] = number
        names.append(name)
      }
      nameNumbers.append(number)
    }
    return ElementBatch(
      run.first!.kind, index: index, rows: runs[index].places.map(UInt32.init), ids: ids, names: names,
      nameNumbers: nameNumbers, sources: sources, targets: targets)
  }

  public func properties(of batch: ElementBatch) -> [ElementBatch.Column] {
    let maps = batch.rows.map { Self.properties(of: elements[Int($0)]) }
    return runs[batch.index].keys.map { key in (key, Vector(.values(maps.map { $0[key] ?? .null }))) }
  }
}

extension GraphElement {
  public var kind: ElementKind {
    switch self {
    case .node: .node
    case .relationship: .relationship
    }
  }
}
