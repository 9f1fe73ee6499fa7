/// `SHOW [restriction] subject [YIELD … [ORDER BY …] [WHERE …] | WHERE …]`: a table about the language or the schema, as the
/// first clause of a query.
public struct ShowCommand: Sendable, Equatable {
  public var subject: ShowSubject
  /// Which part of the table is wanted, one of `subject.restrictions`; nil for all of it.
  public var restriction: String?
  /// Nil where nothing is yielded by name: the rows have the subject's default columns then, or all of them with `yieldsAll`.
  public var yield: [ProcedureCall.YieldItem]?
  /// `YIELD *`.
  public var yieldsAll: Bool
  /// What follows the YIELD.
  public var order: RowOrder
  public var filter: Expression?

  public init(
    subject: ShowSubject, restriction: String? = nil, yield: [ProcedureCall.YieldItem]? = nil, yieldsAll: Bool = false,
    order: RowOrder = RowOrder(), filter: Expression? = nil
  ) {
    self.subject = subject
    self.restriction = restriction
    self.yield = yield
    self.yieldsAll = yieldsAll
    self.order = order
    self.filter = filter
  }
}

extension ShowCommand {
  /// The columns of the rows: field of the subject → variable.
  public var yields: [(field: ShowSubject.Column, variable: Name)] {
    guard let yield else {
      return subject.columns.filter { yieldsAll || $0.isDefault }.map { ($0, Name($0.name, SourceSpan(0, 0))) }
    }
    return yield.compactMap { item in
      subject.columns.first { $0.name == item.field.text }.map { ($0, item.alias ?? item.field) }
    }
  }
}
