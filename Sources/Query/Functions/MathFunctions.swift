import Cypher
import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Numbers: `abs`, rounding, roots, logarithms, trigonometry, chance.
enum MathFunctions {
  static let all: [ScalarFunction] = rounding + operators + transcendental + chance

  private static let rounding: [ScalarFunction] = [
    .pure("abs", 1) { (arguments) throws(CypherError) in try absolute(arguments) }.with(MagnitudeKernel()),
    .pure("sign", 1) { (arguments) throws(CypherError) in
      let number = try arguments.double(0)
      return .integer(number > 0 ? 1 : number < 0 ? -1 : 0)
    },
    .pure("round", 1...3) { (arguments) throws(CypherError) in .float(try RoundingMode.round(arguments)) }
      .with(FloatKernel(body: RoundingMode.round)),
    float("ceil") { $0.rounded(.up) },
    float("floor") { $0.rounded(.down) },
    .pure("isNaN", 1) { (arguments) throws(CypherError) in .boolean(try arguments.double(0).isNaN) },
  ]

  /// The operators that ISO GQL has as functions.
  private static let operators: [ScalarFunction] = [
    .pure("mod", 2) { (arguments) throws(CypherError) in
      _ = (try arguments.double(0), try arguments.double(1))
      return try CypherError.translating { () throws(ValueError) in try Value.remainder(arguments[0], by: arguments[1]) }
    },
    .pure("power", 2) { (arguments) throws(CypherError) in
      .float(pow(try arguments.double(0), try arguments.double(1)))
    },
  ]

  private static let transcendental: [ScalarFunction] = [
    float("sqrt") { $0.squareRoot() },
    float("exp") { exp($0) },
    // With two arguments the base comes first, as in ISO GQL.
    .pure("log", 1...2) { (arguments) throws(CypherError) in
      let number = try arguments.double(0)
      guard arguments.count == 2 else { return .float(log(number)) }
      return .float(logarithm(of: try arguments.double(1), base: number))
    },
    float("log10") { log10($0) },
    float("sin") { sin($0) },
    float("cos") { cos($0) },
    float("tan") { tan($0) },
    float("cot") { 1 / tan($0) },
    float("asin") { asin($0) },
    float("acos") { acos($0) },
    float("atan") { atan($0) },
    float("sinh") { sinh($0) },
    float("cosh") { cosh($0) },
    float("tanh") { tanh($0) },
    float("coth") { 1 / tanh($0) },
    float("degrees") { $0 * 180 / .pi },
    float("radians") { $0 * .pi / 180 },
    float("haversin") { (1 - cos($0)) / 2 },
    .pure("atan2", 2) { (arguments) throws(CypherError) in .float(atan2(try arguments.double(0), try arguments.double(1))) },
    .pure("e", 0) { _ in .float(M_E) },
    .pure("pi", 0) { _ in .float(.pi) },
  ]

  private static let chance: [ScalarFunction] = [
    ScalarFunction("rand", 0, isPure: false) { _, _ in .float(Double.random(in: 0..<1)) },
    ScalarFunction("randomUUID", 0, isPure: false) { _, _ in .string(randomUUID()) },
  ]

  private static func float(_ name: String, _ body: @escaping @Sendable (Double) -> Double) -> ScalarFunction {
    .pure(name, 1) { (arguments) throws(CypherError) in .float(body(try arguments.double(0))) }.with(FloatKernel(body: body))
  }

  /// Exact where the base is 2 or 10 and the number a power of it.
  private static func logarithm(of number: Double, base: Double) -> Double {
    switch base {
    case 2: log2(number)
    case 10: log10(number)
    default: log(number) / log(base)
    }
  }

  private static func absolute(_ arguments: Arguments) throws(CypherError) -> Value {
    switch arguments[0] {
    case .integer(let integer):
      guard integer != .min else { throw CypherError(ValueError.overflow(operation: "abs(\(integer))")) }
      return .integer(abs(integer))
    case .float(let float): return .float(float.magnitude)
    default: throw arguments.wrong(0, "a number")
    }
  }

  /// Version 4 of RFC 9562.
  private static func randomUUID() -> String {
    let high = UInt64.random(in: .min ... .max) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = UInt64.random(in: .min ... .max) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    func digits(_ value: UInt64, _ count: Int) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: count - text.utf8.count) + text
    }
    let first = digits(high, 16)
    let second = digits(low, 16)
    return [
      String(first.prefix(8)), String(first.dropFirst(8).prefix(4)), String(first.suffix(4)),
      String(second.prefix(4)), String(second.suffix(12)),
    ].joined(separator: "-")
  }
}
