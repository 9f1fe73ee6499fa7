import Cypher

/// What keeps a statement from being complete; the continuation prompt shows it.
enum OpenState: Equatable {
  /// Only the `;` is missing.
  case statement
  case construct(StatementSplitter.OpenConstruct.Kind)

  var mark: String {
    switch self {
    case .statement: "..."
    case .construct(.parenthesis): "..("
    case .construct(.bracket): "..["
    case .construct(.brace): "..{"
    case .construct(.string): "..'"
    case .construct(.doubleQuotedString): "..\""
    case .construct(.quotedName): "..`"
    case .construct(.comment): "../*"
    }
  }
}
