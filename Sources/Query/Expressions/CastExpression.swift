import Cypher
import Graph

/// `CAST(value AS type)`: the value itself where it is of the type, otherwise what the conversion functions make of it.
struct CastExpression: CompiledExpression {
  let operand: any CompiledExpression
  let type: ValueTypePattern
  let conversion: ValueConversion
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let values = try operand.evaluate(batch, context)
    return try batch.values(from: [values]) { row throws(CypherError) in
      let value = values[row]
      if let converted = conversion.value(value, as: type, context) { return converted }
      throw CypherError(
        .typeError, .invalidArgumentValue, phase: .runtime,
        "\(value.isNull ? "null" : value.literal) cannot be cast to \(CypherPrinter.text(of: type))", at: span)
    }
  }
}

/// Turns values into values of a type.
struct ValueConversion: Sendable {
  let functions: FunctionRegistry

  /// Nil where it cannot be done: a text that says no such value, a number out of range, a type that has nothing in common.
  func value(_ value: Value, as type: ValueTypePattern, _ context: EvaluationContext) -> Value? {
    if type.accepts(value) { return value }
    if value.isNull { return nil }
    switch type.kind {
    case .list(let element): return list(value, of: element, context)
    case .anyOf(let types): return types.lazy.compactMap { self.value(value, as: $0, context) }.first
    case .integer:
      if case .boolean(let truth) = value { return .integer(truth ? 1 : 0) }
      return call("toInteger", value, context)
    case .boolean: return call("toBoolean", value, context)
    case .float: return call("toFloat", value, context)
    case .string: return call("toString", value, context)
    case .date: return call("date", value, context)
    case .localTime: return call("localtime", value, context)
    case .zonedTime: return call("time", value, context)
    case .localDateTime: return call("localdatetime", value, context)
    case .zonedDateTime: return call("datetime", value, context)
    case .duration: return call("duration", value, context)
    case .any, .nothing, .null, .propertyValue, .node, .relationship, .path, .map: return nil
    }
  }

  private func list(_ value: Value, of element: ValueTypePattern, _ context: EvaluationContext) -> Value? {
    guard case .list(let elements) = value else { return nil }
    var converted: [Value] = []
    for item in elements {
      guard let item = self.value(item, as: element, context) else { return nil }
      converted.append(item)
    }
    return .list(converted)
  }

  /// What a conversion function makes of a value; nil where it makes null of it or refuses it.
  private func call(_ name: String, _ value: Value, _ context: EvaluationContext) -> Value? {
    guard let function = functions.function(named: name), case .rows(let body) = function.implementation else {
      preconditionFailure("the conversion functions are called a row at a time")
    }
    guard let converted = try? body([value], context), !converted.isNull else { return nil }
    return converted
  }
}
