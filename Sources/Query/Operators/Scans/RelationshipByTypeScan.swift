import Cypher
import Graph
import GraphStorage

/// AllRelationshipsScan and RelationshipByTypeScan: every relationship, or every one of some types, once, with its ends.
final class RelationshipByTypeScan: Operator {
  /// Which columns are wanted.
  struct Shape {
    var givesRelationship: Bool
    var givesSource: Bool
    var givesTarget: Bool
    /// True where the column of the target comes before that of the source.
    var isReversed: Bool
  }

  private let types: RelationshipTypes
  private let shape: Shape
  private let range: Range<Int>?
  /// What is scanned one after the other: the types, or nil for all relationships.
  private var sources: [RelationshipTypeID?] = []
  private var source = 0
  private var cursor = ScanCursor()
  private var isReady = false

  /// - Parameter range: of the ids to be scanned; nil for all.
  init(layout: RowLayout, types: RelationshipTypes, shape: Shape, range: Range<Int>? = nil) {
    self.types = types
    self.shape = shape
    self.range = range
    super.init(layout: layout, inputs: [])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if !isReady {
      sources = types.ids(in: context.snapshot) ?? [nil]
      cursor = startCursor
      isReady = true
    }
    while source < sources.count {
      let found = context.snapshot.scanRelationships(type: sources[source], from: &cursor)
      if !found.isEmpty { return shape.batch(found, context.snapshot) }
      source += 1
      cursor = startCursor
    }
    return nil
  }

  private var startCursor: ScanCursor { range.map { ScanCursor($0) } ?? ScanCursor() }

  override func makePart(_ range: Range<Int>) -> Operator? {
    RelationshipByTypeScan(layout: layout, types: types, shape: shape, range: range)
  }

  override var isReusable: Bool { true }

  override func reset() {
    source = 0
    isReady = false
  }
}

extension RelationshipByTypeScan: PartitionedScan {
  func ranges(count: Int, _ context: ExecutionContext) -> [Range<Int>]? { types.ranges(count: count, context.snapshot) }
}

extension RelationshipByTypeScan.Shape {
  /// The columns that are wanted of some relationships.
  func batch(_ relationships: [RelationshipID], _ snapshot: GraphSnapshot) -> Batch {
    var ends: [Vector] = []
    if givesSource { ends.append(Vector(.nodes(snapshot.sources(of: relationships)))) }
    if givesTarget { ends.append(Vector(.nodes(snapshot.targets(of: relationships)))) }
    if isReversed { ends.reverse() }
    let own = givesRelationship ? [Vector(.relationships(relationships))] : []
    return Batch(columns: own + ends, rowCount: relationships.count)
  }
}

extension RelationshipTypes {
  /// About `count` ranges of ids that cover the relationships; nil for several types.
  func ranges(count: Int, _ snapshot: GraphSnapshot) -> [Range<Int>]? {
    let ids = self.ids(in: snapshot) ?? []
    if ids.count == 1 { return snapshot.relationshipRanges(type: ids[0], count: count) }
    return areAll ? snapshot.relationshipRanges(count: count) : nil
  }
}
