import Cypher
import Graph
import GraphStorage

/// The labels that a statement writes to the nodes of a batch: the same for every row unless some are computed.
struct LabelColumn {
  private let labels: WrittenLabels<Vector>
  private let common: [LabelID]
  private let writer: GraphWriter

  init(_ labels: WrittenLabels<any CompiledExpression>, _ batch: Batch, _ writer: GraphWriter) throws(CypherError) {
    self.labels = try labels.map { names throws(CypherError) in try names.evaluate(batch, writer.context.evaluation) }
    common = writer.labels(labels.names)
    self.writer = writer
  }

  func labels(of row: UInt32) throws(CypherError) -> [LabelID] {
    labels.computed.isEmpty ? common : writer.labels(try labels.names(of: Int(row)))
  }
}

/// The type that a statement gives to the relationships of a batch.
struct TypeColumn {
  private let type: WrittenLabels<Vector>
  private let common: RelationshipTypeID?
  private let span: SourceSpan
  private let writer: GraphWriter

  init(
    _ type: WrittenLabels<any CompiledExpression>, _ span: SourceSpan, _ batch: Batch, _ writer: GraphWriter
  ) throws(CypherError) {
    self.type = try type.map { names throws(CypherError) in try names.evaluate(batch, writer.context.evaluation) }
    var common: RelationshipTypeID?
    if let name = type.names.first { common = try writer.type(name) }
    self.common = common
    self.span = span
    self.writer = writer
  }

  func type(of row: UInt32) throws(CypherError) -> RelationshipTypeID {
    if let common { return common }
    let names = try type.names(of: Int(row))
    guard let name = names.first, Set(names).count == 1 else {
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime,
        "a relationship needs exactly one type, found \(Set(names).count)", at: span)
    }
    return try writer.type(name)
  }
}
