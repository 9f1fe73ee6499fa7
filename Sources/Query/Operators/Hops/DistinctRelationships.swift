import Cypher
import Graph

/// Keeps the rows in which no two of the pairs' variables have a relationship in common: within one pattern none is met twice.
final class DistinctRelationships: Operator {
  private let pairs: [(Int, Int)]

  init(input: Operator, pairs: [(Int, Int)]) {
    self.pairs = pairs
    super.init(layout: input.layout, inputs: [input])
  }

  override var isReusable: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while var batch = try input.next(context) {
      for (first, second) in pairs { batch = keepDistinct(batch, batch.columns[first], batch.columns[second]) }
      if batch.selectedCount > 0 { return batch }
    }
    return nil
  }

  override func makePart(_ range: Range<Int>) -> Operator? {
    input.part(range).map { DistinctRelationships(input: $0, pairs: pairs) }
  }

  private func keepDistinct(_ batch: Batch, _ first: Vector, _ second: Vector) -> Batch {
    if case .relationships(let a) = first.storage, case .relationships(let b) = second.storage {
      return batch.narrowed(to: batch.rows { a[$0] != b[$0] })
    }
    return batch.narrowed(to: batch.rows { Self.areDisjoint(first[$0], second[$0]) })
  }

  private static func areDisjoint(_ first: Value, _ second: Value) -> Bool {
    switch (first, second) {
    case (.relationship(let a), .relationship(let b)): a.id != b.id
    case (.list(let list), let single), (let single, .list(let list)): list.allSatisfy { areDisjoint($0, single) }
    default: true
    }
  }
}
