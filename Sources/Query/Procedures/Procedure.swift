import Cypher
import Graph

/// Something that CALL can call: how, and what it does.
struct Procedure: Sendable {
  let signature: ProcedureSignature
  /// One record for each row of the result, its values in the order of `signature.results`.
  private let body: @Sendable (_ arguments: [Value], _ context: EvaluationContext) throws(CypherError) -> [[Value]]

  init(
    _ signature: ProcedureSignature,
    body: @escaping @Sendable (_ arguments: [Value], _ context: EvaluationContext) throws(CypherError) -> [[Value]]
  ) {
    self.signature = signature
    self.body = body
  }

  /// Calls the procedure with arguments converted to the types that it declares.
  func call(_ arguments: [Value], _ context: EvaluationContext) throws(CypherError) -> [[Value]] {
    var converted: [Value] = []
    for (field, argument) in zip(signature.arguments, arguments) { converted.append(try field.convert(argument)) }
    return try body(converted, context)
  }
}

extension ProcedureSignature.Field {
  /// An integer becomes a float where a float is declared; anything else must be of the type declared, or null.
  func convert(_ argument: Value) throws(CypherError) -> Value {
    switch (type, argument) {
    case (.any, _), (_, .null), (.boolean, .boolean), (.integer, .integer), (.float, .float), (.number, .integer), (.number, .float),
      (.string, .string), (.map, .map), (.node, .node), (.relationship, .relationship), (.path, .path), (.list, .list),
      (.duration, .duration):
      return argument
    case (.float, .integer(let number)): return .float(Double(number))
    case (.temporal, _) where argument.type.isTemporal: return argument
    default:
      throw CypherError(
        .typeError, "InvalidArgumentType", phase: .runtime,
        "argument `\(name)` must be of type \(type.signatureText), but the value is a \(argument.type.rawValue)")
    }
  }
}
