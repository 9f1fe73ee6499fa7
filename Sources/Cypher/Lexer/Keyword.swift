/// The words that mean something in a statement, in any case of letters.
///
/// Only the reserved ones cannot be a variable everywhere; every one can be a label, a relationship type, a property key, a
/// function or a parameter (openCypher productions `ReservedWord`, `SchemaName`, `SymbolicName`).
public enum Keyword: String, CaseIterable, Sendable {
  case all = "ALL"
  case and = "AND"
  case `as` = "AS"
  case ascending = "ASCENDING"
  case ascendingShort = "ASC"
  case begin = "BEGIN"
  case by = "BY"
  case call = "CALL"
  case `case` = "CASE"
  case commit = "COMMIT"
  case constraint = "CONSTRAINT"
  case constraints = "CONSTRAINTS"
  case contains = "CONTAINS"
  case create = "CREATE"
  case delete = "DELETE"
  case descending = "DESCENDING"
  case descendingShort = "DESC"
  case detach = "DETACH"
  case distinct = "DISTINCT"
  case drop = "DROP"
  case `else` = "ELSE"
  case end = "END"
  case ends = "ENDS"
  case exists = "EXISTS"
  case explain = "EXPLAIN"
  case `false` = "FALSE"
  case filter = "FILTER"
  case finish = "FINISH"
  case `for` = "FOR"
  case foreach = "FOREACH"
  case `if` = "IF"
  case `in` = "IN"
  case index = "INDEX"
  case indexes = "INDEXES"
  case insert = "INSERT"
  case `is` = "IS"
  case `let` = "LET"
  case limit = "LIMIT"
  case load = "LOAD"
  case match = "MATCH"
  case merge = "MERGE"
  case next = "NEXT"
  case not = "NOT"
  case null = "NULL"
  case offset = "OFFSET"
  case on = "ON"
  case optional = "OPTIONAL"
  case or = "OR"
  case order = "ORDER"
  case profile = "PROFILE"
  case remove = "REMOVE"
  case require = "REQUIRE"
  case `return` = "RETURN"
  case rollback = "ROLLBACK"
  case set = "SET"
  case show = "SHOW"
  case skip = "SKIP"
  case starts = "STARTS"
  case then = "THEN"
  case transaction = "TRANSACTION"
  case `true` = "TRUE"
  case union = "UNION"
  case unique = "UNIQUE"
  case unwind = "UNWIND"
  case use = "USE"
  case when = "WHEN"
  case `where` = "WHERE"
  case with = "WITH"
  case xor = "XOR"
  case yield = "YIELD"

  /// True if the word needs backticks to name a variable wherever a variable can stand.
  ///
  /// openCypher also reserves words for commands that it does not have yet (`FOR`, `DROP`, `UNIQUE`, …); as no query can be
  /// read in two ways because of them, they stay usable as names here.
  public var isReserved: Bool {
    switch self {
    case .begin, .call, .commit, .constraint, .constraints, .drop, .explain, .filter, .finish, .for, .foreach, .if, .index,
      .indexes, .insert, .let, .load, .next, .offset, .profile, .require, .rollback, .show, .transaction, .unique, .use, .yield:
      false
    default: true
    }
  }

  /// True if the word can name a variable where the words around it leave no doubt: every word but those that are values or begin
  /// an expression.
  var canNameVariable: Bool {
    switch self {
    case .case, .false, .not, .null, .true: false
    default: true
    }
  }

  /// True if a clause can begin with the word; for one that is not reserved, what follows decides (`Parser.clauseBegins`).
  var beginsClause: Bool {
    switch self {
    case .call, .create, .delete, .detach, .filter, .finish, .for, .foreach, .insert, .let, .limit, .load, .match, .merge,
      .offset, .optional, .order, .remove, .return, .set, .show, .skip, .unwind, .use, .with:
      true
    default: false
    }
  }
}

extension Keyword {
  /// The keyword that `bytes` spell in any case, nil where they spell none. Compares at most the keywords of that length.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count < Self.byLength.count else { return nil }
    var packed: UInt128 = 0
    for byte in bytes { packed = packed << 8 | UInt128(byte & 0xDF) }
    for candidate in Self.byLength[bytes.count] where candidate.packed == packed {
      self = candidate.keyword
      return
    }
    return nil
  }

  private struct Packed {
    /// The upper-case letters, one a byte.
    var packed: UInt128
    var keyword: Keyword
  }

  private static let byLength: [[Packed]] = {
    let longest = allCases.map(\.rawValue.utf8.count).max() ?? 0
    precondition(longest <= 16, "a keyword must fit sixteen bytes")
    var table = [[Packed]](repeating: [], count: longest + 1)
    for keyword in allCases {
      var packed: UInt128 = 0
      for byte in keyword.rawValue.utf8 { packed = packed << 8 | UInt128(byte) }
      table[keyword.rawValue.utf8.count].append(Packed(packed: packed, keyword: keyword))
    }
    return table
  }()
}
