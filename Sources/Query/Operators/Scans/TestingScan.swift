import Cypher
import Graph
import GraphStorage

/// A scan of nodes or relationships that asks conditions where the values are stored (`TestedScan`), so that batches hold what
/// meets them.
///
/// What cannot be asked there – of composite values, of strings by their order – is asked of the batches.
final class TestingScan: Operator {
  enum Source {
    /// The nodes of a label, or all where it is nil.
    case nodes(label: String?)
    case relationships(RelationshipTypes, RelationshipByTypeScan.Shape)
  }

  struct Test {
    let key: String
    let relation: ColumnTest.Relation
    let value: any CompiledExpression
    let predicate: any CompiledPredicate
  }

  private let source: Source
  private let tests: [Test]
  private let order: ScanOrder?
  private let range: Range<Int>?
  /// What is known of the last row that an operator above wants, by `order`.
  private var limit: SharedBound?
  /// What is scanned, the next one last.
  private var scans: [TestedScan]?
  /// The tests that are left to be asked of batches.
  private var predicates: [any CompiledPredicate] = []
  private var columnTests: [(PropertyKeyID?, ColumnTest)] = []
  private var bound: OrderBound?

  init(layout: RowLayout, source: Source, tests: [Test], order: ScanOrder?, range: Range<Int>? = nil) {
    self.source = source
    self.tests = tests
    self.order = order
    self.range = range
    super.init(layout: layout, inputs: [])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if scans == nil { begin(context) }
    while let scan = scans!.last {
      try context.evaluation.poll()
      tighten(context.snapshot)
      let blocks = (scan.blockCount, scan.skippedBlockCount)
      var batch = read(scan, context.snapshot)
      profile?.note(blocks: scan.blockCount - blocks.0, skipped: scan.skippedBlockCount - blocks.1)
      if scan.isAtEnd { scans!.removeLast() }
      for predicate in predicates where batch.selectedCount > 0 {
        batch = batch.narrowed(to: try predicate.select(batch, context.evaluation))
      }
      if batch.selectedCount > 0 { return batch }
    }
    return nil
  }

  private func read(_ scan: TestedScan, _ snapshot: GraphSnapshot) -> Batch {
    switch source {
    case .nodes:
      let nodes = scan.nextNodes()
      return Batch(columns: [Vector(.nodes(nodes))], rowCount: nodes.count)
    case .relationships(_, let shape): return shape.batch(scan.nextRelationships(), snapshot)
    }
  }

  // MARK: - Beginning

  private func begin(_ context: ExecutionContext) {
    let snapshot = context.snapshot
    predicates = []
    columnTests = []
    scans = []
    for test in tests {
      // A value that cannot be had is the error of the first row that asks for it.
      guard let value = try? test.value.evaluate(.unit, context.evaluation)[0] else {
        predicates.append(test.predicate)
        continue
      }
      // Nothing compares with null.
      if value.isNull { return }
      if let asked = ColumnTest(test.relation, value, in: snapshot) {
        columnTests.append((snapshot.propertyKeyID(test.key), asked))
      } else {
        predicates.append(test.predicate)
      }
    }
    scans = makeScans(snapshot)
  }

  private func makeScans(_ snapshot: GraphSnapshot) -> [TestedScan] {
    // Room for the test that `limit` will be.
    var tests = columnTests
    if let order { tests.append((snapshot.propertyKeyID(order.key), .everything)) }
    switch source {
    case .nodes(let label):
      if let label {
        guard let id = snapshot.labelID(label) else { return [] }
        return [TestedScan(nodesOf: id, in: snapshot, range: range, tests)]
      }
      return [TestedScan(nodesOf: nil, in: snapshot, range: range, tests)]
    case .relationships(let types, _):
      let ids: [RelationshipTypeID?] = types.ids(in: snapshot) ?? [nil]
      return ids.reversed().map { TestedScan(relationshipsOf: $0, in: snapshot, range: range, tests) }
    }
  }

  // MARK: - The first rows of an order

  /// Lets whoever looks for the first rows by `order` say from where on rows are not wanted.
  func heed(_ bound: SharedBound) { limit = bound }

  var hasOrder: Bool { order != nil }

  private func tighten(_ snapshot: GraphSnapshot) {
    guard let order, let limit, let bound = limit.value, bound != self.bound else { return }
    self.bound = bound
    let test = ColumnTest(notAfter: bound, isDescending: order.isDescending, passesAbsent: order.placesNullsFirst)
    for scan in scans! { scan.replace(columnTests.count, by: test) }
  }

  /// From which value on rows are not among the first `count` of what is scanned, as a sample says and a count of the stored
  /// values confirms; nil where there are conditions, or no such value is found. O(values / 4) nanoseconds.
  func sampledBound(_ count: Int, _ key: CompiledSortKey, _ context: ExecutionContext) -> OrderBound? {
    guard let order, tests.isEmpty, range == nil, let total = elementCount(context.snapshot), count * 2 < total else {
      return nil
    }
    let sample = sample(order.key, context.snapshot)
    guard sample.count >= Self.leastSampleSize else { return nil }
    let column = SortOrder.Column(
      values: sample, isDescending: key.isDescending, placesNullsFirst: key.placesNullsFirst)
    let words = SortKeyColumn(column, rowCount: sample.count)
    guard let keys = words.words else { return nil }
    var share = Double(count) / Double(total)
    share += 3 * (share * (1 - share) / Double(sample.count)).squareRoot()
    for _ in 0..<Self.guessCount where share < 0.7 {
      let word = OrderStatistic.word(at: min(keys.count - 1, Int(share * Double(keys.count)) + 1), of: keys)
      guard let bound = SortKeyColumn.orderBound(word, words.encoding, isDescending: key.isDescending) else { return nil }
      // What might come after the bound is not counted.
      let test = ColumnTest(
        notAfter: bound, isDescending: order.isDescending, passesAbsent: order.placesNullsFirst, passesOthers: false)
      let scans = makeScans(context.snapshot)
      for scan in scans { scan.replace(0, by: test) }
      if scans.reduce(0, { $0 + $1.countRest() }) >= count { return bound }
      share = share * 1.5 + 0.02
    }
    return nil
  }

  private static let leastSampleSize = 1024
  private static let stretchCount = 64
  private static let stretchLength = 64
  /// So many values are tried.
  private static let guessCount = 3

  private func elementCount(_ snapshot: GraphSnapshot) -> Int? {
    switch source {
    case .nodes(let label?): snapshot.labelID(label).map { snapshot.nodeCount($0) }
    case .nodes: snapshot.nodeCount
    case .relationships(let types, _):
      types.ids(in: snapshot).map { $0.reduce(0) { $0 + snapshot.relationshipCount($1) } } ?? snapshot.relationshipCount
    }
  }

  /// The values of a property in some places, spread over all that is scanned.
  private func sample(_ key: String, _ snapshot: GraphSnapshot) -> Vector {
    guard let key = snapshot.propertyKeyID(key) else { return .nulls(count: 0) }
    switch source {
    case .nodes(let label):
      let id = label.flatMap { snapshot.labelID($0) }
      var nodes: [NodeID] = []
      for range in snapshot.nodeRanges(label: id, count: Self.stretchCount) {
        var cursor = ScanCursor(range)
        nodes += snapshot.scanNodes(label: id, from: &cursor, limit: Self.stretchLength)
      }
      return snapshot.gather(key, of: nodes)
    case .relationships(let types, _):
      let ids: [RelationshipTypeID?] = types.ids(in: snapshot) ?? [nil]
      guard ids.count == 1 else { return .nulls(count: 0) }
      var relationships: [RelationshipID] = []
      for range in snapshot.relationshipRanges(type: ids[0], count: Self.stretchCount) {
        var cursor = ScanCursor(range)
        relationships += snapshot.scanRelationships(type: ids[0], from: &cursor, limit: Self.stretchLength)
      }
      return snapshot.gather(key, of: relationships)
    }
  }

  // MARK: - Parts and runs

  override func makePart(_ range: Range<Int>) -> Operator? {
    TestingScan(layout: layout, source: source, tests: tests, order: order, range: range)
  }

  override var isReusable: Bool { true }

  override func reset() {
    scans = nil
    predicates = []
    columnTests = []
    bound = nil
    limit = nil
  }
}

extension TestingScan: PartitionedScan {
  func ranges(count: Int, _ context: ExecutionContext) -> [Range<Int>]? {
    let snapshot = context.snapshot
    switch source {
    case .nodes(let label):
      guard let label else { return snapshot.nodeRanges(count: count) }
      return snapshot.labelID(label).flatMap { snapshot.nodeRanges(label: $0, count: count) }
    case .relationships(let types, _): return types.ranges(count: count, snapshot)
    }
  }
}
