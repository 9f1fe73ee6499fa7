import Cypher
import Graph

/// Takes in everything below before it gives out the first batch, so that what happens above is not seen below.
final class Eager: Operator {
  private var batches: [Batch]?
  private var kept = KeptMemory()
  private var position = 0

  init(input: Operator) { super.init(layout: input.layout, inputs: [input]) }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if batches == nil {
      var taken: [Batch] = []
      while let batch = try input.next(context) {
        taken.append(batch)
        try kept.set(kept.byteCount + batch.byteCount, context)
      }
      batches = taken
    }
    guard position < batches!.count else { return nil }
    position += 1
    return batches![position - 1]
  }

  override var isReusable: Bool { true }

  override func reset() {
    batches = nil
    kept.release()
    position = 0
  }
}

/// Takes in everything and gives out nothing: the end of a statement that only updates.
final class EmptyResult: Operator {
  init(input: Operator) { super.init(layout: RowLayout(), inputs: [input]) }

  override var isReusable: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while try input.next(context) != nil {}
    return nil
  }
}
