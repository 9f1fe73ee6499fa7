import Cypher
import Graph
import GraphStorage
import Query

/// Compiles and runs expressions without a planner, over rows that a test gives.
struct ExpressionHarness {
  private struct NoSubqueries: SubqueryPlanner {
    func evaluatingOnce(
      _ compiled: any CompiledExpression, _ expression: Expression, layout: RowLayout
    ) -> any CompiledExpression { compiled }

    func compileSubquery(_ expression: Expression, layout: RowLayout) throws(CypherError) -> any CompiledExpression {
      throw CypherError(.syntaxError, .unexpectedSyntax, "patterns need a planner", at: expression.span)
    }
  }

  var names: [String] = []
  var columns: [Vector] = []
  var selection: [UInt32]?
  var context = EvaluationContext(snapshot: GraphStore().snapshot)

  init() {}

  /// Rows with one column a name; every vector has the same number of rows.
  init(_ columns: KeyValuePairs<String, Vector>) {
    names = columns.map(\.key)
    self.columns = columns.map(\.value)
  }

  var batch: Batch { Batch(columns: columns, rowCount: columns.first?.count ?? 1, selection: selection) }

  private var compiler: ExpressionCompiler {
    let layout = RowLayout(names.map { RowLayout.Column(name: $0) })
    return ExpressionCompiler(layout: layout, functions: .standard, subqueries: NoSubqueries())
  }

  func vector(_ text: String) throws -> Vector {
    let expression = try CypherParser.parseExpression(text)
    return try compiler.compile(expression).evaluate(batch, context)
  }

  /// The values of the selected rows, as TCK literals.
  func literals(_ text: String) throws -> [String] {
    let vector = try vector(text)
    return batch.selectedRows.map { vector[Int($0)].literal }
  }

  /// The value of a single row.
  func literal(_ text: String) throws -> String { try literals(text)[0] }

  func select(_ text: String) throws -> [UInt32] {
    try compiler.compilePredicate(CypherParser.parseExpression(text)).select(batch, context)
  }

  /// The error that the expression ends with, as `kind detail`.
  func failure(_ text: String) -> String? {
    do {
      _ = try vector(text)
      return nil
    } catch let error as CypherError {
      return "\(error.kind.rawValue) \(error.detail.rawValue)"
    } catch {
      return "\(error)"
    }
  }
}
