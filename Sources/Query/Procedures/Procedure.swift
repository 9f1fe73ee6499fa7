import Cypher
import Graph

/// Something that CALL can call: how, and what it does.
struct Procedure: Sendable {
  /// What a call gives: one vector for each of `signature.results`, all of `rowCount` rows.
  struct Answer {
    var columns: [Vector]
    var rowCount: Int
  }

  var signature: ProcedureSignature
  private let body: @Sendable (_ arguments: [Value], _ context: ExecutionContext) throws(CypherError) -> Answer

  /// A procedure that gives whole columns.
  init(
    _ signature: ProcedureSignature,
    answer: @escaping @Sendable (_ arguments: [Value], _ context: EvaluationContext) throws(CypherError) -> Answer
  ) {
    self.signature = signature
    body = { (arguments, context) throws(CypherError) in try answer(arguments, context.evaluation) }
  }

  /// A procedure that changes the graph and gives one record for each row of the result. `ProcedureCall.isUpdating` knows its
  /// name, so that a statement that calls it runs in a transaction.
  init(
    updating signature: ProcedureSignature,
    body: @escaping @Sendable (_ arguments: [Value], _ context: ExecutionContext) throws(CypherError) -> [[Value]]
  ) {
    self.signature = signature
    self.body = { (arguments, context) throws(CypherError) in
      let records = try body(arguments, context)
      context.showChanges()
      return Self.answer(records, signature)
    }
  }

  private static func answer(_ records: [[Value]], _ signature: ProcedureSignature) -> Answer {
    let columns = signature.results.indices.map { index in Vector(packing: records.map { $0[index] }) }
    return Answer(columns: columns, rowCount: records.count)
  }

  /// A procedure that gives one record for each row of the result, its values in the order of `signature.results`.
  init(
    _ signature: ProcedureSignature,
    body: @escaping @Sendable (_ arguments: [Value], _ context: EvaluationContext) throws(CypherError) -> [[Value]]
  ) {
    self.init(
      signature,
      answer: { (arguments, context) throws(CypherError) in
        Self.answer(try body(arguments, context), signature)
      })
  }

  /// Calls the procedure with arguments converted to the types that it declares, and those left out filled in.
  func call(_ arguments: [Value], _ context: ExecutionContext) throws(CypherError) -> Answer {
    var converted: [Value] = []
    for (field, argument) in zip(signature.arguments, arguments) { converted.append(try field.convert(argument)) }
    converted += signature.arguments.dropFirst(arguments.count).map { $0.defaultValue ?? .null }
    return try body(converted, context)
  }
}

extension ProcedureSignature.Field {
  /// An integer becomes a float where a float is declared; anything else must be of the type declared, or null.
  func convert(_ argument: Value) throws(CypherError) -> Value {
    switch (type, argument) {
    case (.any, _), (_, .null), (.boolean, .boolean), (.integer, .integer), (.float, .float), (.number, .integer),
      (.number, .float), (.string, .string), (.map, .map), (.node, .node), (.relationship, .relationship), (.path, .path),
      (.list, .list), (.duration, .duration):
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
