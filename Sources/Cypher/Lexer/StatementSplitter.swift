/// Splits a stream of text into statements at each `;` that stands outside strings, quoted names and comments, and knows what
/// is still open – for a prompt, and for scripts read piece by piece.
///
///     var splitter = StatementSplitter()
///     splitter.append("MATCH (n) RETURN")      // []
///     splitter.append(" n; RETURN (1")         // [MATCH (n) RETURN n]
///     splitter.open.last?.kind                 // .parenthesis
///
/// Every byte is looked at once, however the text is cut into pieces. Meta commands are none of its business: give it the
/// lines that are not one.
public struct StatementSplitter: Sendable {
  /// A statement without its `;` and without the comments and blanks around it.
  public struct Statement: Sendable, Equatable {
    public var text: String
    /// The line on which it begins, counted from 1 over everything appended since the last reset.
    public var line: Int
  }

  /// Something that was opened and not closed yet.
  public struct OpenConstruct: Sendable, Equatable {
    public enum Kind: Sendable { case string, doubleQuotedString, quotedName, comment, parenthesis, bracket, brace }

    public var kind: Kind
    /// The opening character's bytes in `pending`.
    public var span: SourceSpan
  }

  private enum Mode { case plain, string, doubleQuotedString, quotedName, lineComment, blockComment }

  private var bytes: [UInt8] = []
  private var position = 0
  private var mode = Mode.plain
  private var modeStart = 0
  private var brackets: [OpenConstruct] = []
  /// Where the pending statement's own text begins and ends; nil while there is none.
  private var content: Range<Int>?
  private var line = 1
  private var contentLine = 1

  public init() {}

  /// All statements of `text`, and the splitter that holds what follows the last `;`.
  public static func split(_ text: String) -> (statements: [Statement], rest: StatementSplitter) {
    var splitter = StatementSplitter()
    let statements = splitter.append(text)
    return (statements, splitter)
  }

  /// Reads on; the statements that `text` completed.
  public mutating func append(_ text: String) -> [Statement] {
    bytes += text.utf8
    var statements: [Statement] = []
    var consumed = 0
    while position < bytes.count {
      guard let end = step() else { break }
      guard end else { continue }
      if let content { statements.append(Statement(text: self.text(content), line: contentLine)) }
      content = nil
      brackets = []
      consumed = position
    }
    drop(consumed)
    return statements
  }

  /// The text that is not a statement yet.
  public var pending: String { text(0..<bytes.count) }

  /// True if there is nothing but blanks and comments behind the last `;`.
  public var pendingIsBlank: Bool { content == nil && mode != .blockComment }

  /// What is open, outermost first; empty where a `;` would complete the statement.
  public var open: [OpenConstruct] {
    switch mode {
    case .plain, .lineComment: brackets
    case .string: brackets + [OpenConstruct(kind: .string, span: SourceSpan(modeStart, modeStart + 1))]
    case .doubleQuotedString: brackets + [OpenConstruct(kind: .doubleQuotedString, span: SourceSpan(modeStart, modeStart + 1))]
    case .quotedName: brackets + [OpenConstruct(kind: .quotedName, span: SourceSpan(modeStart, modeStart + 1))]
    case .blockComment: brackets + [OpenConstruct(kind: .comment, span: SourceSpan(modeStart, modeStart + 2))]
    }
  }

  /// The pending text as a last statement that lacks only its `;`, nil where there is none or something is open. For the end
  /// of the input.
  public var lastStatement: Statement? {
    guard let content, open.isEmpty else { return nil }
    return Statement(text: text(content), line: contentLine)
  }

  /// Forgets everything.
  public mutating func reset() { self = StatementSplitter() }

  // MARK: - Reading

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Reads one byte or two; true behind a `;` that ends a statement, nil where the next byte is needed to know.
  private mutating func step() -> Bool? {
    let byte = bytes[position]
    let isLast = position + 1 == bytes.count
    let isComment = mode == .lineComment || mode == .blockComment
    switch mode {
    case .plain:
      return plainStep(byte, isLast: isLast)
    case .string, .doubleQuotedString:
      if byte == ASCII.backslash {
        if isLast { return nil }
        if bytes[position + 1] == ASCII.newline { line += 1 }
        position += 1
      } else if byte == (mode == .string ? ASCII.quote : ASCII.doubleQuote) {
        mode = .plain
      }
    case .quotedName:
      // A doubled backtick closes the name and opens it again, which comes to the same.
      if byte == ASCII.backtick { mode = .plain }
    case .lineComment:
      if byte == ASCII.newline || byte == ASCII.carriageReturn { mode = .plain }
    case .blockComment:
      if byte == ASCII.star {
        if isLast { return nil }
        if bytes[position + 1] == ASCII.slash {
          mode = .plain
          position += 1
        }
      }
    }
    advance(past: byte)
    if !isComment { extendContentToModeEnd() }
    return false
  }

  private mutating func plainStep(_ byte: UInt8, isLast: Bool) -> Bool? {
    switch byte {
    case ASCII.semicolon:
      advance(past: byte)
      return true
    case 0x20, 0x09...0x0D:
      advance(past: byte)
      return false
    case ASCII.slash:
      if isLast {
        return nil
      } else if bytes[position + 1] == ASCII.slash || bytes[position + 1] == ASCII.star {
        mode = bytes[position + 1] == ASCII.slash ? .lineComment : .blockComment
        modeStart = position
        position += 2
        return false
      }
    case ASCII.quote: enter(.string)
    case ASCII.doubleQuote: enter(.doubleQuotedString)
    case ASCII.backtick: enter(.quotedName)
    case UInt8(ascii: "("): push(.parenthesis)
    case UInt8(ascii: "["): push(.bracket)
    case UInt8(ascii: "{"): push(.brace)
    case UInt8(ascii: ")"): pop(.parenthesis)
    case UInt8(ascii: "]"): pop(.bracket)
    case UInt8(ascii: "}"): pop(.brace)
    default: break
    }
    addToContent(position)
    advance(past: byte)
    return false
  }

  private mutating func advance(past byte: UInt8) {
    if byte == ASCII.newline { line += 1 }
    position += 1
  }

  private mutating func addToContent(_ index: Int) {
    if content == nil { contentLine = line }
    content = (content?.lowerBound ?? index)..<(index + 1)
  }

  /// Strings and quoted names belong to the statement with all their bytes.
  private mutating func extendContentToModeEnd() {
    guard let start = content?.lowerBound else { return }
    content = start..<position
  }

  private mutating func enter(_ mode: Mode) {
    self.mode = mode
    modeStart = position
  }

  private mutating func push(_ kind: OpenConstruct.Kind) {
    brackets.append(OpenConstruct(kind: kind, span: SourceSpan(position, position + 1)))
  }

  /// A bracket that closes nothing is left for the parser to complain about.
  private mutating func pop(_ kind: OpenConstruct.Kind) {
    if brackets.last?.kind == kind { brackets.removeLast() }
  }

  /// Forgets the first bytes, which belong to statements that were given out.
  private mutating func drop(_ count: Int) {
    guard count > 0 else { return }
    bytes.removeFirst(count)
    position -= count
    modeStart -= count
    if let range = content { content = (range.lowerBound - count)..<(range.upperBound - count) }
    for index in brackets.indices {
      let span = brackets[index].span
      brackets[index].span = SourceSpan(span.lowerBound - count, span.upperBound - count)
    }
  }
}
