import Testing

@Suite(.enabled(if: ConformanceKit.isPresent, "the openCypher kit is not on this machine"))
struct ConformanceTests {
  @Test func `every scenario of the kit passes, except those that are skipped with a reason`() throws {
    let kit = try #require(try ConformanceKit.find())
    var tally = FolderTally()
    var failures: [String] = []
    for scenario in kit.scenarios {
      let failure = ScenarioRunner.failure(of: scenario, in: kit)
      tally.add(scenario.folder, passed: failure == nil)
      switch (failure, Skipped.reasons[scenario.id]) {
      case (let failure?, nil): failures.append("\(scenario.id)\n    \(failure)")
      case (nil, .some): failures.append("\(scenario.id)\n    passes, but is skipped: take it off the list")
      default: break
      }
    }
    print(tally.table)
    #expect(!kit.scenarios.isEmpty)
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    let unknown = Set(Skipped.reasons.keys).subtracting(kit.scenarios.map(\.id))
    #expect(unknown.isEmpty, "the kit has no scenario \(unknown.sorted())")
  }
}

/// Passed and all scenarios by folder.
private struct FolderTally {
  private var counts: [String: (passed: Int, total: Int)] = [:]

  mutating func add(_ folder: String, passed: Bool) {
    counts[folder, default: (0, 0)].total += 1
    if passed { counts[folder]?.passed += 1 }
  }

  /// `folder passed/total`, one a line, and the sum.
  var table: String {
    let sum = counts.values.reduce((0, 0)) { ($0.0 + $1.passed, $0.1 + $1.total) }
    let lines = counts.sorted { $0.key < $1.key }.map { Self.line($0.key, $0.value.passed, $0.value.total) }
    return (lines + [Self.line("total", sum.0, sum.1)]).joined(separator: "\n")
  }

  private static func line(_ name: String, _ passed: Int, _ total: Int) -> String {
    let tenths = total == 0 ? 0 : passed * 1000 / total
    let padding = String(repeating: " ", count: max(1, 36 - name.count))
    return "\(name)\(padding)\(passed)/\(total)  \(tenths / 10).\(tenths % 10) %"
  }
}
