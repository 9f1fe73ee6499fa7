/// Reads the part of Gherkin that the openCypher kit uses: features, backgrounds, scenarios, outlines with examples, tables,
/// documents, tags and comments.
package struct GherkinReader {
  /// A scenario as it is written: an outline still has its placeholders.
  private struct Unit {
    var name: String
    var tags: [String]
    var steps: [GherkinFeature.Step] = []
    var examples: [[[String]]] = []
  }

  /// What the next table row or step belongs to.
  private enum Target { case nothing, background, scenario, examples }

  private let lines: [String]
  private var lineIndex = 0
  private var featureName = ""
  private var background: [GherkinFeature.Step] = []
  private var units: [Unit] = []
  private var tags: [String] = []
  private var target = Target.nothing

  private init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  package static func read(_ text: String) throws -> GherkinFeature {
    var reader = GherkinReader(text)
    while reader.lineIndex < reader.lines.count { try reader.readLine() }
    return GherkinFeature(name: reader.featureName, scenarios: reader.expanded())
  }

  // MARK: - Lines

  private mutating func readLine() throws {
    let line = lines[lineIndex].trimmed
    lineIndex += 1
    if line.isEmpty || line.hasPrefix("#") { return }
    if line.hasPrefix("@") {
      tags += line.split(separator: " ").map(String.init)
    } else if let name = line.afterPrefix("Feature:") {
      featureName = name
      tags = []
    } else if line.hasPrefix("Background:") {
      target = .background
    } else if let name = line.afterPrefix("Scenario Outline:") ?? line.afterPrefix("Scenario:") {
      units.append(Unit(name: name, tags: tags))
      tags = []
      target = .scenario
    } else if line.hasPrefix("Examples:") {
      guard !units.isEmpty else { throw failure("examples without an outline") }
      units[units.count - 1].examples.append([])
      target = .examples
    } else if line.hasPrefix("|") {
      try add(row: Self.cells(of: line))
    } else if line.hasPrefix("\"\"\"") {
      try readDocument(indentation: lines[lineIndex - 1].prefix { $0 == " " }.count)
    } else {
      try readStep(line)
    }
  }

  private mutating func readStep(_ line: String) throws {
    let keywords = ["Given ", "When ", "Then ", "And ", "But "]
    guard let keyword = keywords.first(where: line.hasPrefix) else {
      // Free text may stand below the feature's name.
      if target == .nothing { return }
      throw failure("not a step: \(line)")
    }
    let step = GherkinFeature.Step(text: String(line.dropFirst(keyword.count)).trimmed)
    switch target {
    case .background: background.append(step)
    case .scenario: units[units.count - 1].steps.append(step)
    case .nothing, .examples: throw failure("a step outside a scenario")
    }
  }

  private mutating func add(row: [String]) throws {
    switch target {
    case .examples:
      let last = units.count - 1
      units[last].examples[units[last].examples.count - 1].append(row)
    case .background, .scenario: try changeLastStep { $0.table = ($0.table ?? []) + [row] }
    case .nothing: throw failure("a table outside a scenario")
    }
  }

  private mutating func readDocument(indentation: Int) throws {
    var body: [String] = []
    while lineIndex < lines.count, lines[lineIndex].trimmed != "\"\"\"" {
      let line = lines[lineIndex]
      body.append(String(line.dropFirst(min(indentation, line.prefix { $0 == " " }.count))))
      lineIndex += 1
    }
    guard lineIndex < lines.count else { throw failure("a document without an end") }
    lineIndex += 1
    try changeLastStep { $0.document = body.joined(separator: "\n") }
  }

  private mutating func changeLastStep(_ change: (inout GherkinFeature.Step) -> Void) throws {
    if target == .background, !background.isEmpty {
      change(&background[background.count - 1])
    } else if target == .scenario, let last = units.last, !last.steps.isEmpty {
      change(&units[units.count - 1].steps[last.steps.count - 1])
    } else {
      throw failure("nothing that this could belong to")
    }
  }

  private func failure(_ message: String) -> GherkinError { GherkinError(line: lineIndex, message: message) }

  /// The cells of a table row; `\|`, `\\` and `\n` are the only escapes.
  static func cells(of line: String) -> [String] {
    var cells: [String] = []
    var cell: [Character] = []
    var escaped: [Bool] = []
    var characters = line.dropFirst().makeIterator()
    while let character = characters.next() {
      if character == "|" {
        cells.append(trimmedCell(cell, escaped))
        cell = []
        escaped = []
      } else if character == "\\", let following = characters.next() {
        switch following {
        case "|", "\\": cell.append(following)
        case "n": cell.append("\n")
        default:
          cell += [character, following]
          escaped.append(false)
        }
        escaped.append(true)
      } else {
        cell.append(character)
        escaped.append(false)
      }
    }
    return cells
  }

  /// Blanks around a cell do not count, unless they were written as escapes.
  private static func trimmedCell(_ cell: [Character], _ escaped: [Bool]) -> String {
    var range = cell.indices
    while let first = range.first, cell[first].isWhitespace, !escaped[first] { range.removeFirst() }
    while let last = range.last, cell[last].isWhitespace, !escaped[last] { range.removeLast() }
    return String(cell[range])
  }

  // MARK: - Outlines

  private func expanded() -> [GherkinFeature.Scenario] {
    units.flatMap { unit -> [GherkinFeature.Scenario] in
      guard !unit.examples.isEmpty else {
        return [GherkinFeature.Scenario(name: unit.name, tags: unit.tags, steps: background + unit.steps)]
      }
      var number = 0
      var scenarios: [GherkinFeature.Scenario] = []
      for table in unit.examples {
        guard let header = table.first else { continue }
        for row in table.dropFirst() {
          number += 1
          let filling = Filling(header: header, row: row)
          scenarios.append(
            GherkinFeature.Scenario(
              name: filling.fill(unit.name), example: number, tags: unit.tags,
              steps: background + unit.steps.map(filling.fill)))
        }
      }
      return scenarios
    }
  }
}

/// Puts the cells of an example in place of the placeholders `<name>`.
private struct Filling {
  var header: [String]
  var row: [String]

  func fill(_ text: String) -> String {
    zip(header, row).reduce(text) { text, pair in text.replacing("<\(pair.0)>", with: pair.1) }
  }

  func fill(_ step: GherkinFeature.Step) -> GherkinFeature.Step {
    GherkinFeature.Step(
      text: fill(step.text), document: step.document.map(fill), table: step.table?.map { $0.map(fill) })
  }
}

extension String {
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }

  fileprivate func afterPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)).trimmed : nil
  }
}
