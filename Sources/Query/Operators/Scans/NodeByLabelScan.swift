import Cypher
import Graph
import GraphStorage

/// AllNodesScan and NodeByLabelScan: for each row of the input every node, or every node with one of some labels, once.
final class NodeByLabelScan: RowExpansion {
  private let labels: [String]?
  private let range: Range<Int>?
  /// What is scanned one after the other: the labels that the graph has, or nil for all nodes.
  private var sources: [LabelID?] = []
  private var source = 0
  private var snapshot: GraphSnapshot?
  private var cursor: ScanCursor
  private var found: [NodeID] = []

  /// - Parameters:
  ///   - labels: nil for all nodes.
  ///   - range: of the ids to be scanned; nil for all.
  init(layout: RowLayout, input: Operator, kept: [Int], labels: [String]?, range: Range<Int>? = nil) {
    self.labels = labels
    self.range = range
    cursor = Self.cursor(range)
    super.init(layout: layout, input: input, kept: kept)
  }

  private static func cursor(_ range: Range<Int>?) -> ScanCursor { range.map { ScanCursor($0) } ?? ScanCursor() }

  /// The graph is taken as it is when the first row comes, so that the scan never meets nodes made meanwhile.
  override func begin(_ batch: Batch, _ context: ExecutionContext) {
    if snapshot != nil { return }
    snapshot = context.snapshot
    sources = labels?.compactMap { context.snapshot.labelID($0) } ?? [nil]
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) -> (count: Int, isDone: Bool) {
    guard source < sources.count else {
      source = 0
      return (0, true)
    }
    let scanned = snapshot!.scanNodes(label: sources[source], from: &cursor, limit: limit)
    let nodes = withoutRepetitions(scanned)
    if found.isEmpty { found = nodes } else { found += nodes }
    if scanned.count < limit {
      cursor = Self.cursor(range)
      source += 1
    }
    let isDone = source == sources.count
    if isDone { source = 0 }
    return (nodes.count, isDone)
  }

  /// Without the nodes that the scan of an earlier label has given already.
  private func withoutRepetitions(_ nodes: [NodeID]) -> [NodeID] {
    guard source > 0 else { return nodes }
    let earlier = sources[..<source].compactMap { $0 }
    return nodes.filter { node in !earlier.contains { snapshot!.has($0, node) } }
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { found = [] }
    return [Vector(.nodes(found))]
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    snapshot = nil
    sources = []
    source = 0
    cursor = Self.cursor(range)
    found = []
  }

  override func makePart(_ range: Range<Int>) -> Operator? {
    guard input is Argument, input.layout.count == 0 else { return nil }
    return NodeByLabelScan(
      layout: layout, input: Argument(layout: input.layout), kept: kept, labels: labels, range: range)
  }
}

extension NodeByLabelScan: PartitionedScan {
  func ranges(count: Int, _ context: ExecutionContext) -> [Range<Int>]? {
    guard let labels else { return context.snapshot.nodeRanges(count: count) }
    guard labels.count == 1, let label = context.snapshot.labelID(labels[0]) else { return nil }
    return context.snapshot.nodeRanges(label: label, count: count)
  }
}
