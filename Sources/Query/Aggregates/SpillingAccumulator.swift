import Cypher

/// An accumulator whose values can go to temporary space, where those of few groups are too many for the memory.
protocol SpillingAccumulator: Accumulator {
  /// One more than the last group that has a value in memory.
  var groupCount: Int { get }

  /// Lets what is held go to temporary space.
  func spill(_ context: ExecutionContext) throws(CypherError)

  /// Takes in what another accumulator of the same call, whose values come after those here, has in temporary space; its group n
  /// is group `groups[n]` here.
  func takeOverflow(of other: any Accumulator, groups: [UInt32], _ context: ExecutionContext) throws(CypherError)

  /// Takes everything out of temporary space, as accumulators that hold a part of it each.
  func forEachPart(
    _ context: ExecutionContext, _ body: (any SpillingAccumulator) throws(CypherError) -> Void
  ) throws(CypherError)

  /// Reads what is in temporary space, for `results`; to be called before them.
  func finish(groupCount: Int, _ context: ExecutionContext) throws(CypherError)
}
