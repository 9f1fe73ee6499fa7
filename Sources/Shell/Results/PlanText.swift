import Cypher

/// A plan as an indented tree with its figures in columns.
struct PlanText {
  private let plan: PlanDescription

  init(_ plan: PlanDescription) { self.plan = plan }

  private struct Line {
    var operation: String
    var details: String
    var figures: [String]
    var modes: String
  }

  func write(to console: Console) {
    var lines: [Line] = []
    let isProfiled = plan.actualRows != nil
    add(plan, prefix: "", childPrefix: "", isProfiled: isProfiled, to: &lines)
    let titles = ["estimated"] + (isProfiled ? ["rows", "time", "memory"] : [])
    let heading = Line(operation: "operator", details: "details", figures: titles, modes: isProfiled ? "how" : "")
    let modeWidth = lines.contains { !$0.modes.isEmpty } ? ([heading] + lines).map { LetterWidth.of($0.modes) }.max()! : 0
    let operationWidth = ([heading] + lines).map { LetterWidth.of($0.operation) }.max() ?? 0
    let widths = titles.indices.map { index in ([heading] + lines).map { LetterWidth.of($0.figures[index]) }.max() ?? 0 }
    for (index, line) in ([heading] + lines).enumerated() {
      var text = line.operation.padded(toWidth: operationWidth)
      for (figure, width) in zip(line.figures, widths) { text += "  " + figure.padded(toWidth: width, right: true) }
      if modeWidth > 0 { text += "  " + line.modes.padded(toWidth: modeWidth) }
      text += "  "
      let room = console.width.map { max($0 - LetterWidth.of(text), 20) } ?? Int.max
      text += SafeText.oneLine(line.details).cut(toWidth: room)
      console.writeLine(index == 0 ? console.sinkStyle.bold(text) : text)
    }
  }

  private func add(_ plan: PlanDescription, prefix: String, childPrefix: String, isProfiled: Bool, to lines: inout [Line]) {
    var figures = [Self.rows(plan.estimatedRows)]
    if isProfiled {
      figures.append(plan.actualRows.map { Count.grouped($0) } ?? "")
      figures.append(plan.milliseconds.map { Count.duration($0) } ?? "")
      figures.append(plan.memoryByteCount.map { $0 > 0 ? Count.bytes($0) : "" } ?? "")
    }
    let modes = plan.modes.map(Self.text(of:)).joined(separator: ", ")
    lines.append(Line(operation: prefix + plan.name, details: plan.details, figures: figures, modes: modes))
    for (index, child) in plan.children.enumerated() {
      let isLast = index == plan.children.count - 1
      add(
        child, prefix: childPrefix + (isLast ? "└ " : "├ "), childPrefix: childPrefix + (isLast ? "  " : "│ "),
        isProfiled: isProfiled, to: &lines)
    }
  }

  private static func text(of mode: ExecutionMode) -> String {
    switch mode {
    case .countPassing: "by count passing"
    case .intersection: "by intersection"
    case .functions: "along functions"
    case .factorised: "factorised"
    case .parallel(let workerCount): Count.of(workerCount, "worker")
    case .reused: "reused"
    case .skipping(let skipped, let total): "skipped \(Count.grouped(skipped)) of \(Count.of(total, "block"))"
    case .spilled(let byteCount): "spilled \(Count.bytes(byteCount))"
    }
  }

  private static func rows(_ estimate: Double) -> String {
    guard estimate.isFinite, estimate < 1e15 else { return "∞" }
    return estimate < 10 && estimate != estimate.rounded()
      ? Count.decimal(estimate, places: 1) : Count.grouped(Int(estimate.rounded()))
  }
}
