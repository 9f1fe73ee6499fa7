import Cypher
import Graph

/// Commands around statements: parameters, scripts, plans.
enum QueryCommands {
  static let all: [ShellCommand] = [
    ShellCommand(
      name: "param", group: .query, arguments: "NAME => EXPRESSION", summary: "gives $NAME a value",
      details: "Also `:param {name: value, …}`, and `:param clear` to forget all.", action: param),
    ShellCommand(name: "params", group: .query, summary: "lists the parameters", action: params),
    ShellCommand(
      name: "source", group: .query, arguments: "FILE", summary: "carries out a file of statements and commands",
      completes: .file, action: source),
    ShellCommand(
      name: "explain", group: .query, arguments: "[QUERY]", summary: "shows the plan of the last query, or of this one",
      action: { (context, arguments) throws(ShellError) in try plan("EXPLAIN", context, arguments) }),
    ShellCommand(
      name: "profile", group: .query, arguments: "[QUERY]",
      summary: "runs the last query, or this one, and shows its plan with figures",
      action: { (context, arguments) throws(ShellError) in try plan("PROFILE", context, arguments) }),
  ]

  private static func param(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    let text = arguments.text
    if text == "clear" {
      context.parameters = [:]
    } else if text.hasPrefix("{") {
      guard case .map(let map) = try value(of: text, context) else {
        throw ShellError(.usage, "`\(text)` is no map", hint: "write :param {name: value}")
      }
      for entry in map.entries { context.parameters[entry.key] = entry.value }
    } else if let arrow = text.firstRange(of: "=>") {
      var name = String(text[..<arrow.lowerBound]).trimmed()
      if name.hasPrefix("$") { name.removeFirst() }
      guard !name.isEmpty, !name.contains(where: \.isWhitespace) else {
        throw ShellError(.usage, "`\(name)` is no name of a parameter", hint: "write :param name => expression")
      }
      context.parameters[name] = try value(of: String(text[arrow.upperBound...]).trimmed(), context)
    } else if text.isEmpty {
      try params(context, arguments)
    } else {
      throw ShellError(.usage, "`\(text)` gives no value", hint: "write :param name => expression, or :param clear")
    }
  }

  private static func value(of expression: String, _ context: ShellContext) throws(ShellError) -> Value {
    let rows = try StatementRunner(context: context).rows("RETURN " + expression + " AS value", context.parameters)
    guard rows.records.count == 1, rows.columns.count == 1 else {
      throw ShellError(.usage, "`\(expression)` is no single value")
    }
    return rows.records[0][0]
  }

  private static func params(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    guard !context.parameters.isEmpty else { return context.console.dimNote("no parameters") }
    for (name, value) in context.parameters.sorted(by: { $0.key < $1.key }) {
      context.console.writeLine(ValueText.name(name) + " => " + ValueText(isBrief: false).nested(value))
    }
  }

  private static let deepestNesting = 16

  private static func source(_ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    guard !arguments.isEmpty else { throw ShellError(.usage, "no file was named", hint: "the command is :source FILE") }
    let path = FileText.expandingHome(arguments.whole)
    guard context.sourceDepth < deepestNesting else {
      throw ShellError(.usage, "\(path) is the \(deepestNesting)th file in one another", hint: "does a file source itself?")
    }
    guard let text = FileText.read(path) else {
      throw ShellError(.file, "cannot read \(path): \(FileText.lastFailure)")
    }
    context.sourceDepth += 1
    defer { context.sourceDepth -= 1 }
    let status = InputRunner(context: context, file: path).run(PlainLineReader(text: text))
    if status != .success { throw ShellError(.statement, "\(path) was not carried out as a whole") }
  }

  private static func plan(_ word: String, _ context: ShellContext, _ arguments: CommandArguments) throws(ShellError) {
    let query = arguments.isEmpty ? context.lastStatement : arguments.text
    guard let query else { throw ShellError(.unavailable, "there is no query yet", hint: "write :\(word.lowercased()) QUERY") }
    let first = query.prefix { !$0.isWhitespace }.uppercased()
    let bare = first == "EXPLAIN" || first == "PROFILE" ? String(query.dropFirst(first.count)) : query
    try StatementRunner(context: context).run(word + " " + bare.trimmed())
    context.lastStatement = bare.trimmed()
  }
}
