import Cypher
import Graph

/// What a function does to whole columns of one type, so that no `Value` is made of a row.
protocol ColumnKernel: Sendable {
  /// Nil where the arguments are of other types: then each row is called for itself.
  func run(_ arguments: [Vector], _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector?
}

extension Vector {
  /// A number that is the same for every row and not negative.
  var constantCount: Int? {
    guard case .constant(.integer(let number), _) = storage, number >= 0 else { return nil }
    return Int(number)
  }

  /// A text that is the same for every row.
  var constantText: String? {
    if case .constant(.string(let text), _) = storage { text } else { nil }
  }
}
