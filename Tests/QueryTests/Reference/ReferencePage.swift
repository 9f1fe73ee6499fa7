import Cypher
import Foundation
import Graph
import GraphStorage
import Query

/// The page of the documentation that shows the language, written from its reference.
enum ReferencePage {
  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/dossier/Documentation.docc/Cypher.md").standardized

  /// An engine over the graph of the examples.
  static func engine() throws -> QueryEngine {
    let engine = try QueryEngine.over(Reference.graph)
    engine.tables = SampleTables(["places.csv": [["name", "population"], ["Gao", "86633"], ["Kidal", nil]]])
    for statement in Reference.graphIndexes { _ = try engine.run(statement, parameters: [:]) }
    return engine
  }

  static func text(_ entries: [ReferenceEntry]) throws -> String {
    var lines =
      [
        "# Cypher in dossier", "",
        "Every clause, form, function and procedure with an example and what it gives. The shell shows the same with "
          + "`:help NAME`.",
        "",
        "This page is written by a test from `Sources/Cypher/Reference`. The examples run one by one on this graph:", "",
        "```", Reference.graph + ";",
      ] + Reference.graphIndexes.map { $0 + ";" } + [
        "```", "",
      ]
    for kind in ReferenceEntry.Kind.allCases {
      lines += ["## \(kind.rawValue)", ""]
      for entry in entries where entry.kind == kind { lines += try section(entry) }
    }
    return lines.joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
  }

  private static func section(_ entry: ReferenceEntry) throws -> [String] {
    let details = entry.details.isEmpty ? "." : ". " + entry.details
    var lines = ["### \(entry.name)", "", "```"] + entry.syntax + ["```", "", entry.summary + details, ""]
    if !entry.options.isEmpty { lines += entry.options.map { "- `\($0.name)`: \($0.summary)" } + [""] }
    lines.append("```")
    lines += entry.example.split(separator: "\n").map(String.init)
    lines[lines.count - 1] += ";"
    lines += try result(of: entry.example)
    return lines + ["```", ""]
  }

  /// The records as a table, cells in Cypher's notation; the plan of EXPLAIN and PROFILE is left out, because it holds figures.
  private static func result(of example: String) throws -> [String] {
    if example.hasPrefix("EXPLAIN") || example.hasPrefix("PROFILE") { return [] }
    let result = try engine().run(example, parameters: [:])
    let records = try result.allRecords()
    guard !result.columns.isEmpty else { return [] }
    let rows = [result.columns] + records.map { $0.map(\.literal) }
    let widths = result.columns.indices.map { column in rows.map { LetterWidth.of($0[column]) }.max() ?? 0 }
    let texts = rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - LetterWidth.of($0)) }
      return cells.joined(separator: " | ").trimmingCharacters(in: .whitespaces)
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "-|-")
    return ["", texts[0], rule] + texts.dropFirst()
  }
}
