import CPlatform
import Cypher
import Graph

/// Runs one statement and writes what it gives: rows as data, the rest as notes.
struct StatementRunner {
  let context: ShellContext

  /// - Throws: a `ShellError` with the statement's own error; `interrupted` and `timeLimit` say whether it was cancelled.
  func run(_ text: String) throws(ShellError) {
    context.lastStatement = text
    let result: QueryResult
    let last: LastResult
    let report: WriterReport
    do {
      (result, last, report) = try execute(text)
    } catch {
      throw ShellError(error, in: text)
    }
    if !last.columns.isEmpty { context.lastResult = last }
    let summary = result.summary
    if let plan = summary.plan { PlanText(plan).write(to: context.console) }
    if !last.columns.isEmpty, summary.plan == nil { noteRows(last.rowCount, report) }
    noteSummary(summary)
  }

  /// Rows of a statement that the shell itself asks, all at once and unseen.
  func rows(_ text: String, _ parameters: [String: Value] = [:]) throws(ShellError) -> LastResult {
    do {
      return try Cancellation.guarding(seconds: context.settings.timeLimitSeconds) { () throws(CypherError) in
        let result = try context.workspace.session.run(text, parameters: parameters)
        let records = try result.allRecords()
        return LastResult(columns: result.columns, records: records, rowCount: records.count)
      }
    } catch {
      throw ShellError(error, in: text)
    }
  }

  private func execute(_ text: String) throws(CypherError) -> (QueryResult, LastResult, WriterReport) {
    try Cancellation.guarding(seconds: context.settings.timeLimitSeconds) { () throws(CypherError) in
      let result = try context.workspace.session.run(text, parameters: context.parameters)
      let mode = context.settings.mode
      let writer = mode.writer(columns: result.columns, sink: context.console.sink, layout: context.layout)
      let keepsRows = context.isInteractive || !mode.isStreaming
      var last = LastResult(columns: result.columns, records: [], rowCount: 0)
      while let records = try result.nextRecords() {
        if Cancellation.isRequested { throw Cancellation.error }
        if context.console.isClosed { break }
        last.rowCount += records.count
        if keepsRows, last.records.count < LastResult.rowCapacity {
          last.records += records.prefix(LastResult.rowCapacity - last.records.count)
        }
        writer.write(records)
      }
      let report = writer.finish()
      if mode == .dot, !result.columns.isEmpty { try writeDOT(last) }
      return (result, last, report)
    }
  }

  private func writeDOT(_ last: LastResult) throws(CypherError) {
    do {
      context.console.write(try context.workspace.exportText(try Drawing.selection(of: last, context), format: "dot"))
    } catch {
      throw error.cause ?? CypherError(.executionError, "DrawingFailed", phase: .runtime, error.message, hint: error.hint)
    }
  }

  /// `13 rows, 2 cells cut — :last shows all`, where there is something that the table itself does not show.
  private func noteRows(_ rowCount: Int, _ report: WriterReport) {
    guard context.isInteractive, !context.settings.isQuiet else { return }
    var parts: [String] = []
    if rowCount == 0 { parts.append("no rows") }
    if report != WriterReport() || context.settings.showsTiming, rowCount > 0 { parts.append(Count.of(rowCount, "row")) }
    if report.hiddenRows > 0 { parts.append("\(report.hiddenRows) not shown") }
    if report.cutCells > 0 { parts.append(Count.of(report.cutCells, "cell") + " cut") }
    guard !parts.isEmpty else { return }
    let hint = report == WriterReport() ? "" : " — :last shows all"
    context.console.dimNote(parts.joined(separator: ", ") + hint)
  }

  private func noteSummary(_ summary: QuerySummary) {
    let console = context.console
    if !context.settings.isQuiet {
      for notification in summary.notifications {
        console.report(ErrorReport(style: console.style, width: console.width).warning(notification))
      }
      if context.isInteractive, !summary.counters.isEmpty { console.dimNote(Count.sentence(summary.counters)) }
    }
    if context.settings.showsTiming { console.dimNote("time: " + Count.duration(summary.milliseconds)) }
  }
}
