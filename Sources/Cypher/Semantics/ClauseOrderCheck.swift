/// Which clauses may follow each other (openCypher productions `SingleQuery`, `SinglePartQuery`, `MultiPartQuery`): reading,
/// then updating, then RETURN; WITH begins anew.
struct ClauseOrderCheck {
  let kind: QueryKind

  func check(_ query: SingleQuery) throws(CypherError) {
    var updating: Clause?
    for (index, clause) in query.clauses.enumerated() {
      let isLast = index == query.clauses.count - 1
      if clause.isUpdating, kind == .expression { throw invalid("a subquery cannot change the graph", clause) }
      if clause.changesGraphItself {
        updating = clause
      } else if case .with = clause.kind {
        updating = nil
      } else if case .return = clause.kind {
        if !isLast {
          var hint = "use WITH to go on"
          if case .order = query.clauses[index + 1].kind {
            hint = "ORDER BY, SKIP and LIMIT stand behind it once each, in this order"
          }
          throw invalid("RETURN must be the last clause", clause, hint: hint)
        }
      } else if case .finish = clause.kind {
        if !isLast { throw invalid("FINISH must be the last clause", clause) }
      } else if case .show = clause.kind {
        if index > 0 { throw invalid("SHOW must be the first clause", clause) }
      } else if let updating, clause.isReading {
        throw invalid(
          "WITH is needed between \(updating.keyword) and \(clause.keyword)", clause,
          hint: "write WITH * in front of \(clause.keyword)")
      }
    }
    let isOnly = query.clauses.count == 1 && kind == .statement
    guard kind != .expression, let last = query.clauses.last, !last.canEndQuery(isOnly: isOnly) else { return }
    throw invalid("a query cannot end with \(last.keyword)", last, hint: "add RETURN, or a clause that changes the graph")
  }

  private func invalid(_ message: String, _ clause: Clause, hint: String? = nil) -> CypherError {
    CypherError(.syntaxError, .invalidClauseComposition, message, at: clause.keywordSpan, hint: hint)
  }
}

extension Clause {
  /// True if the clause changes the graph, be it by a query or a procedure that it calls.
  public var isUpdating: Bool {
    switch kind {
    case .create, .merge, .set, .remove, .delete, .foreach: true
    case .subquery(let call): call.query.updates
    case .call(let call): ProcedureCall.isUpdating(call.name.text)
    case .match, .unwind, .with, .return, .let, .filter, .for, .order, .finish, .show, .loadCSV: false
    }
  }

  /// True if the clause changes the graph other than by a query that it calls.
  var changesGraphItself: Bool { if case .subquery = kind { false } else { isUpdating } }

  /// True for the clauses that openCypher wants a WITH in front of where an update comes before.
  fileprivate var isReading: Bool {
    switch kind {
    case .match, .unwind, .call, .loadCSV: true
    default: false
    }
  }

  fileprivate func canEndQuery(isOnly: Bool) -> Bool {
    switch kind {
    case .return, .finish: true
    case .show: isOnly
    case .subquery(let call): !call.query.returnsRows
    case .call(let call): isOnly || call.yield == nil
    default: isUpdating
    }
  }

  /// The word that the clause begins with, as messages name it.
  var keyword: String {
    switch kind {
    case .match(let match): match.isOptional ? "OPTIONAL MATCH" : "MATCH"
    case .unwind: "UNWIND"
    case .with: "WITH"
    case .return: "RETURN"
    case .create: "CREATE"
    case .merge: "MERGE"
    case .set: "SET"
    case .remove: "REMOVE"
    case .delete(_, let detach): detach ? "DETACH DELETE" : "DELETE"
    case .call(let call): call.isOptional ? "OPTIONAL CALL" : "CALL"
    case .let: "LET"
    case .filter: "FILTER"
    case .for: "FOR"
    case .order(let order): order.items.isEmpty ? (order.skip == nil ? "LIMIT" : "SKIP") : "ORDER BY"
    case .finish: "FINISH"
    case .show: "SHOW"
    case .loadCSV: "LOAD CSV"
    case .subquery(let call): call.isOptional ? "OPTIONAL CALL" : "CALL"
    case .foreach: "FOREACH"
    }
  }

  /// The bytes of the clause's first word or words, as far as they are written with single blanks.
  var keywordSpan: SourceSpan {
    SourceSpan(span.lowerBound, min(span.upperBound, span.lowerBound + keyword.utf8.count))
  }
}
