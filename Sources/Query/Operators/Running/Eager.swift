import Cypher
import Graph

/// Takes in everything below before it gives out the first batch, so that what happens above is not seen below.
final class Eager: Operator {
  private var rows = RowBuffer()
  private var reader: RowBuffer.Reader?

  init(input: Operator) { super.init(layout: input.layout, inputs: [input]) }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if reader == nil {
      while let batch = try input.next(context) { try rows.append(batch, context) }
      reader = rows.reader()
    }
    return try reader!.next()
  }

  override var maySpill: Bool { true }

  override var isReusable: Bool { true }

  override func reset() {
    rows.release()
    reader = nil
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
