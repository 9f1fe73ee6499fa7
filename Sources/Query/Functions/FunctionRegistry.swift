import Cypher
import Graph

/// A function that an expression can call: its name, how many arguments it takes and what it does.
package struct ScalarFunction: Sendable {
  package enum Implementation: Sendable {
    /// One row at a time.
    case rows(@Sendable (_ arguments: [Value], _ context: EvaluationContext) throws(CypherError) -> Value)
    /// A whole batch: each argument is a vector of `batch.rowCount` rows; only the selected rows count.
    case vectors(@Sendable (_ arguments: [Vector], _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector)
    /// An expression of its own made of the compiled arguments: it decides which of them are evaluated for which rows.
    case compiled(@Sendable (_ arguments: [any CompiledExpression], _ span: SourceSpan) -> any CompiledExpression)
  }

  /// The canonical spelling, such as `toUpper` or `duration.between`; calls are matched without regard to case.
  package var name: String
  package var argumentCounts: ClosedRange<Int>
  /// True if any null argument makes the result null without a call of the implementation.
  package var propagatesNull: Bool
  /// True if equal arguments always give equal results: such calls are folded. Not so for `rand()`, the clocks and whatever
  /// reads the graph.
  package var isPure: Bool
  /// For a function that is not pure, the calls that are all the same: `date('2013-03-01')` can be folded, `date()` cannot.
  /// Nil where there are none.
  package var isPureCall: (@Sendable (_ constants: [Value]) -> Bool)?
  package var implementation: Implementation
  /// What does the same to whole columns, each to those of its type.
  private(set) var kernels: [any ColumnKernel] = []

  package init(
    _ name: String, _ argumentCounts: ClosedRange<Int>, propagatesNull: Bool = true, isPure: Bool = true,
    isPureCall: (@Sendable (_ constants: [Value]) -> Bool)? = nil, implementation: Implementation
  ) {
    self.name = name
    self.argumentCounts = argumentCounts
    self.propagatesNull = propagatesNull
    self.isPure = isPure
    self.isPureCall = isPureCall
    self.implementation = implementation
  }

  /// A function of `count` arguments, a row at a time.
  package init(
    _ name: String, _ count: Int, propagatesNull: Bool = true, isPure: Bool = true,
    rows: @escaping @Sendable (_ arguments: [Value], _ context: EvaluationContext) throws(CypherError) -> Value
  ) {
    self.init(name, count...count, propagatesNull: propagatesNull, isPure: isPure, implementation: .rows(rows))
  }

  /// The same function with a kernel for columns of stored strings.
  func with(_ kernel: TextKernel) -> ScalarFunction { with(kernel as any ColumnKernel) }

  /// The same function with a kernel for columns of one type.
  func with(_ kernel: any ColumnKernel) -> ScalarFunction {
    var function = self
    function.kernels.append(kernel)
    return function
  }

  func with(_ kernels: [any ColumnKernel]) -> ScalarFunction { kernels.reduce(self) { $0.with($1) } }

  /// The letters to which the function brings a text; nil for one that does something else.
  var letterCase: LetterCase? {
    for case TextKernel.letters(let letters) in kernels { return letters }
    return nil
  }

  /// True if a call with these arguments can be folded once they are constant.
  func isPure(for arguments: [any CompiledExpression]) -> Bool {
    guard !isPure, let isPureCall else { return isPure }
    let constants = arguments.compactMap(\.constantValue)
    return constants.count == arguments.count && isPureCall(constants)
  }
}

/// Every function by name.
package struct FunctionRegistry: Sendable {
  private var functions: [String: ScalarFunction] = [:]

  /// A registry of `lists`; each room of functions gives one.
  package init(_ lists: [ScalarFunction]...) {
    for list in lists {
      for function in list { functions[function.name.lowercased()] = function }
    }
  }

  /// The function called so, also by another of its names.
  package func function(named name: String) -> ScalarFunction? {
    functions[FunctionCatalog.implementedName(of: name).lowercased()]
  }

  /// The canonical names, sorted.
  package var names: [String] { functions.values.map(\.name).sorted() }
}
