import Cypher
import Graph

/// `toInteger`, `toFloat`, `toString`, `toBoolean`, each also as `…OrNull`, which makes null of what the plain form refuses, and
/// as `…List`, which does so with every element of a list; and `valueType`.
enum ConversionFunctions {
  static let all: [ScalarFunction] =
    [
      forms("toInteger", "a number or a String", kernel: NumberConversionKernel.toInteger, toInteger),
      forms("toFloat", "a number or a String", kernel: NumberConversionKernel.toFloat, toFloat),
      forms("toString", "a number, a Boolean, a temporal value or a String", kernel: ToStringKernel(), toString),
      forms("toBoolean", "a Boolean, an Integer or a String", toBoolean),
    ].flatMap { $0 } + [
      ScalarFunction("valueType", 1, propagatesNull: false) { values, _ in .string(values[0].typeText) }
    ]

  /// What a conversion says to a value.
  private enum Outcome {
    case value(Value)
    /// A text that does not say such a value: null in both forms.
    case unreadable
    /// A type that the plain form refuses.
    case refused
    /// A number that has no place in the wanted type.
    case outOfRange
  }

  private static func forms(
    _ name: String, _ expected: String, kernel: (any ColumnKernel)? = nil, _ convert: @escaping @Sendable (Value) -> Outcome
  ) -> [ScalarFunction] {
    let kernels = kernel.map { [$0] } ?? []
    let strict = ScalarFunction.pure(name, 1) { (arguments) throws(CypherError) in
      switch convert(arguments[0]) {
      case .value(let value): value
      case .unreadable: .null
      case .refused: throw .argumentValue(of: name, arguments[0], expected: expected)
      case .outOfRange: throw CypherError(ValueError.overflow(operation: "\(name)(\(arguments[0].literal))"))
      }
    }
    let lenient = ScalarFunction.pure(name + "OrNull", 1) { (arguments) throws(CypherError) in
      if case .value(let value) = convert(arguments[0]) { value } else { .null }
    }
    let list = ScalarFunction.pure(name + "List", 1) { (arguments) throws(CypherError) in
      .list(try arguments.list(0).map { if case .value(let value) = convert($0) { value } else { .null } })
    }
    return [strict.with(kernels), lenient.with(kernels), list]
  }

  @Sendable private static func toInteger(_ value: Value) -> Outcome {
    switch value {
    case .integer: return .value(value)
    case .float(let float): return integer(float)
    case .string(let text):
      guard let number = DecimalText(StringFunctions.trimmed(text)) else { return .unreadable }
      return number.integer.map { .value(.integer($0)) } ?? .outOfRange
    default: return .refused
    }
  }

  private static func integer(_ float: Double) -> Outcome {
    Int64(exactly: float.rounded(.towardZero)).map { .value(.integer($0)) } ?? .outOfRange
  }

  @Sendable private static func toFloat(_ value: Value) -> Outcome {
    switch value {
    case .integer(let integer): .value(.float(Double(integer)))
    case .float: .value(value)
    case .string(let text): float(StringFunctions.trimmed(text)).map { .value(.float($0)) } ?? .unreadable
    default: .refused
    }
  }

  @Sendable private static func toString(_ value: Value) -> Outcome {
    switch value {
    case .string: .value(value)
    case .integer, .float, .boolean: .value(.string(value.literal))
    default: value.temporalText.map { .value(.string($0)) } ?? .refused
    }
  }

  @Sendable private static func toBoolean(_ value: Value) -> Outcome {
    switch value {
    case .boolean: return .value(value)
    case .integer(let integer): return .value(.boolean(integer != 0))
    case .string(let text):
      switch StringFunctions.trimmed(text).lowercased() {
      case "true": return .value(.boolean(true))
      case "false": return .value(.boolean(false))
      default: return .unreadable
      }
    default: return .refused
    }
  }

  /// Decimal notation and the names of the special values; not the hexadecimal floats and `inf` that Swift would read too.
  private static func float(_ text: String) -> Double? {
    switch text {
    case "NaN": return .nan
    case "Infinity", "+Infinity": return .infinity
    case "-Infinity": return -.infinity
    default:
      return DecimalText(text)?.float
    }
  }
}
