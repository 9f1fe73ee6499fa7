import Cypher
import Graph

/// A procedure whose results are looked up in a table, for tests of what calls it.
enum TabulatedProcedure {
  /// - Parameters:
  ///   - signature: in the TCK's notation, such as `test.my.proc(name :: STRING?, id :: INTEGER?) :: (city :: STRING?)`.
  ///   - columns: the table's columns: arguments, then results, by the names in the signature.
  ///   - rows: a call gives the results of each row whose arguments are equivalent to its own.
  static func make(signature text: String, columns: [String], rows: [[Value]]) throws(CypherError) -> Procedure {
    let signature = try ProcedureSignature(text: text)
    let arguments = try places(of: signature.arguments, in: columns)
    let results = try places(of: signature.results, in: columns)
    return Procedure(signature) { (given, _) throws(CypherError) in
      rows.filter { row in zip(arguments, given).allSatisfy { row[$0].isEquivalent(to: $1) } }
        .map { row in results.map { row[$0] } }
    }
  }

  private static func places(of fields: [ProcedureSignature.Field], in columns: [String]) throws(CypherError) -> [Int] {
    var places: [Int] = []
    for field in fields {
      guard let place = columns.firstIndex(of: field.name) else {
        throw CypherError(.procedureError, "InvalidProcedure", "the table has no column `\(field.name)`")
      }
      places.append(place)
    }
    return places
  }
}
