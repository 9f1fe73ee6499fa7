import Cypher
import Graph

/// The functions that decide themselves which of their arguments are evaluated, and `nullIf`, which undoes `coalesce`.
enum ConditionalFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction(
      "coalesce", 1...Int.max,
      implementation: .compiled { arguments, _ in
        CoalesceExpression(arguments: arguments)
      }),
    ScalarFunction(
      "exists", 1...1,
      implementation: .compiled { arguments, _ in
        NullTestExpression(operand: arguments[0], answerForNull: false)
      }),
    ScalarFunction("nullIf", 2, propagatesNull: false) { values, _ in
      values[0].isEqual(to: values[1]) == true ? .null : values[0]
    },
  ]
}
