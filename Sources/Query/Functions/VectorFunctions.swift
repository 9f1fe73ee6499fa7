import Cypher
import Graph

/// How near two lists of numbers are to each other as vectors, from 0 (opposite or far) to 1 (the same).
enum VectorFunctions {
  static let all: [ScalarFunction] = [
    similarity("vector.similarity.cosine") { (a, b) throws(CypherError) in
      let lengths = (product(a, a) * product(b, b)).squareRoot()
      guard lengths > 0 else {
        throw .numberOutOfRange("vector.similarity.cosine() takes vectors that are longer than 0, found one of zeros")
      }
      return (1 + product(a, b) / lengths) / 2
    },
    similarity("vector.similarity.euclidean") { a, b in
      let differences = zip(a, b).map { $0 - $1 }
      return 1 / (1 + product(differences, differences))
    },
  ]

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for (x, y) in zip(a, b) { sum += x * y }
    return sum
  }

  private static func similarity(
    _ name: String, _ measure: @escaping @Sendable ([Double], [Double]) throws(CypherError) -> Double
  ) -> ScalarFunction {
    .pure(name, 2) { (arguments) throws(CypherError) in
      let (a, b) = (try numbers(arguments, 0), try numbers(arguments, 1))
      guard a.count == b.count, !a.isEmpty else {
        throw CypherError(
          .argumentError, .invalidArgumentValue, phase: .runtime,
          "\(name)() takes two vectors of one length, found \(a.count) and \(b.count) numbers")
      }
      return .float(try measure(a, b))
    }
  }

  private static func numbers(_ arguments: Arguments, _ index: Int) throws(CypherError) -> [Double] {
    var numbers: [Double] = []
    for element in try arguments.list(index) {
      guard let number = element.asDouble, number.isFinite else { throw arguments.wrong(index, "a List of finite numbers") }
      numbers.append(number)
    }
    return numbers
  }
}
