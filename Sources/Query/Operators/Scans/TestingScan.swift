import Cypher
import Graph
import GraphStorage

/// A scan of nodes or relationships that asks conditions where the values are stored (`TestedScan`), so that batches hold what
/// meets them.
///
/// What cannot be asked there – of composite values, of strings by their order – is asked of the batches.
final class TestingScan: Operator {
  struct Test {
    enum Question {
      case compared(ColumnTest.Relation, any CompiledExpression)
      case among(any CompiledExpression)
      case isNull
      case isNotNull
    }

    let key: String
    let question: Question
    let predicate: any CompiledPredicate
  }

  private let source: ScanSource
  /// How relationships are given out; nil for nodes.
  private let shape: RelationshipByTypeScan.Shape?
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

  init(
    layout: RowLayout, source: ScanSource, shape: RelationshipByTypeScan.Shape? = nil, tests: [Test], order: ScanOrder?,
    range: Range<Int>? = nil
  ) {
    self.source = source
    self.shape = shape
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
    if let shape { return shape.batch(scan.nextRelationships(), snapshot) }
    let nodes = scan.nextNodes()
    return Batch(columns: [Vector(.nodes(nodes))], rowCount: nodes.count)
  }

  // MARK: - Beginning

  private func begin(_ context: ExecutionContext) {
    let snapshot = context.snapshot
    predicates = []
    columnTests = []
    scans = []
    for test in tests {
      switch test.question {
      case .isNull: columnTests.append((snapshot.propertyKeyID(test.key), .absent))
      case .isNotNull: columnTests.append((snapshot.propertyKeyID(test.key), .present))
      case .compared(_, let operand), .among(let operand):
        // A value that cannot be had is the error of the first row that asks for it.
        let value = try? operand.evaluate(.unit, context.evaluation)[0]
        // Nothing compares with null, nor is anything in it.
        if value?.isNull ?? false { return }
        if let asked = value.flatMap({ columnTest(test.question, $0, snapshot) }) {
          columnTests.append((snapshot.propertyKeyID(test.key), asked))
        } else {
          predicates.append(test.predicate)
        }
      }
    }
    scans = makeScans(snapshot)
  }

  private func columnTest(_ question: Test.Question, _ value: Value, _ snapshot: GraphSnapshot) -> ColumnTest? {
    switch (question, value) {
    case (.compared(let relation, _), _): ColumnTest(relation, value, in: snapshot)
    case (.among, .list(let values)): ColumnTest(among: values, in: snapshot)
    default: nil
    }
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
    case .relationships(let types):
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
    guard let order, tests.isEmpty, range == nil else { return nil }
    let total = source.elementCount(in: context.snapshot)
    guard count < total / 2 else { return nil }
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
    case .relationships(let types):
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
    TestingScan(layout: layout, source: source, shape: shape, tests: tests, order: order, range: range)
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
    case .relationships(let types): return types.ranges(count: count, snapshot)
    }
  }
}
