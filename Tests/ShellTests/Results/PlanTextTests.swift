import Cypher
import TestSupport
import Testing

@testable import Shell

@Suite struct PlanTextTests {
  private static let scan = PlanDescription(
    name: "NodeByLabelScan", details: "(p:Person)", estimatedRows: 40_000, actualRows: 40_000, milliseconds: 0.42,
    memoryByteCount: 0, modes: [.parallel(workerCount: 2)], children: [])
  private static let join = PlanDescription(
    name: "HashJoin", details: "p.id = q.id", estimatedRows: 1e16, actualRows: 1_234_567, milliseconds: 40.4,
    memoryByteCount: 5_600_000, modes: [],
    children: [
      scan,
      PlanDescription(
        name: "CallProcedure", details: "dossier.pagerank", estimatedRows: 2.5, actualRows: 3, milliseconds: 3,
        memoryByteCount: 900, modes: [.reused], children: []),
    ])
  static let plan = PlanDescription(
    name: "Aggregate", details: "count(*), collect(p.name)", estimatedRows: 1, actualRows: 1, milliseconds: 12_345,
    memoryByteCount: 48_000, modes: [.factorised],
    children: [
      PlanDescription(
        name: "CountByIntersection", details: "(a)-[:KNOWS]-(b)", estimatedRows: 1, actualRows: 1, milliseconds: 1,
        memoryByteCount: 2048, modes: [.countPassing, .intersection], children: [join])
    ])

  private func written(_ plan: PlanDescription, columns: Int?) -> String {
    let bench = ShellBench(columns: columns)
    PlanText(plan).write(to: bench.context.console)
    return bench.data.take() + bench.messages.take()
  }

  @Test(arguments: [nil, 100])
  func `a profiled plan shows rows, time, memory and how each step ran`(columns: Int?) {
    assertSnapshot(written(Self.plan, columns: columns), named: "profile-\(columns.map(String.init) ?? "wide").txt")
  }

  @Test func `a plan that only was explained shows what is expected`() {
    let scan = PlanDescription(name: "NodeByLabelScan", details: "(p:Person)", estimatedRows: 40_000, children: [])
    let plan = PlanDescription(name: "Project", details: "p.name AS name", estimatedRows: 40_000, children: [scan])
    assertSnapshot(written(plan, columns: nil), named: "explain.txt")
  }

  @Test(arguments: [(0, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (1_572_864, "1.5 MiB"), (123 << 30, "123 GiB")])
  func `amounts of memory have the unit that fits`(count: Int, text: String) {
    #expect(Count.bytes(count) == text)
  }
}
