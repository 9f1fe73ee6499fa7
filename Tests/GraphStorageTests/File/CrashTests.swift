import Foundation
import Graph
import GraphStorage
import TestSupport
import Testing

/// Kills a writing child at random moments and looks at what it leaves. Serialised, so that the moments are the child's.
@Suite(.serialized, .enabled(if: ChildProcess.program != nil, "CrashWriter is not built beside the tests"))
struct CrashTests {
  static let killCount = 220

  /// What a child said before it died.
  struct Testimony {
    var acknowledged: Int64 = 0
    var diedInCheckpoint = false
    var diedInLoad = false

    init(_ text: String, after previous: Int64) {
      acknowledged = previous
      for line in text.split(separator: "\n") {
        if let number = Int64(line) { acknowledged = number }
        if line == "[" || line == "]" { diedInCheckpoint = line == "[" }
        if line == "{" || line == "}" { diedInLoad = line == "{" }
      }
    }
  }

  @Test("after SIGKILL at a random moment every acknowledged commit is there, whole, and nothing half done")
  func kills() throws {
    var generator = SeededGenerator(seed: SeededGenerator.freshSeed())
    let seed = generator.seed
    var folder = try TemporaryFolder()
    var acknowledged: Int64 = 0
    var counts = (checkpoints: 0, loads: 0, commits: 0)
    for round in 0..<Self.killCount {
      // Folders in turn of a child that asks for checkpoints, and of two that have them made in the background.
      let mode = ["write", "eager", "logged"][round / 20 % 3]
      if round % 20 == 0 {
        folder = try TemporaryFolder()
        acknowledged = 0
      }
      let path = folder.file("graph.dossier")
      let child = try ChildProcess([path, mode, "\(generator.next() >> 1)"])
      var said = child.read(timeoutMilliseconds: 20_000) ?? ""
      usleep(UInt32.random(in: 0..<40_000, using: &generator))
      said += child.kill()
      let testimony = Testimony(said, after: acknowledged)
      counts.checkpoints += testimony.diedInCheckpoint ? 1 : 0
      counts.loads += testimony.diedInLoad ? 1 : 0
      counts.commits += Int(testimony.acknowledged - acknowledged)
      let (found, problem) = try Self.examine(path, isDeep: round % 20 == 19)
      try #require(problem == nil, "seed \(seed), round \(round): \(problem ?? "")")
      // The one that was under way may have become durable before its acknowledgement was printed.
      try #require(
        found == testimony.acknowledged || found == testimony.acknowledged + 1,
        "seed \(seed), round \(round): \(testimony.acknowledged) acknowledged, \(found) found")
      acknowledged = found
    }
    print(
      "crash test: \(Self.killCount) kills, \(counts.checkpoints) in a checkpoint, \(counts.loads) in a bulk load,",
      "\(counts.commits) commits"
    )
    #expect(counts.commits > Self.killCount)
  }

  @Test(
    "after a death behind each step of a checkpoint in the background nothing is lost, and the next writer cleans up",
    arguments: CheckpointStep.allCases, ["die", "dieLogged"])
  func steps(step: CheckpointStep, mode: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    var acknowledged: Int64 = 0
    for (round, count) in [1, 2, 1, 3, 7].enumerated() {
      let child = try ChildProcess([path, mode, "\(round + 5)", step.rawValue, "\(count)"])
      let testimony = Testimony(child.readToEnd(timeoutMilliseconds: 60_000), after: acknowledged)
      #expect(child.hasEnded, "the step was never reached")
      let (found, problem) = try Self.examine(path, isDeep: true)
      try #require(problem == nil, "round \(round): \(problem ?? "")")
      try #require(found == testimony.acknowledged || found == testimony.acknowledged + 1, "round \(round): \(found) found")
      acknowledged = found
    }
    let store = try GraphStore.open(path, mode: .readWrite)
    let transaction = try store.begin()
    _ = transaction.labelID(creating: "Last")
    try transaction.commit()
    try store.close()
    let report = try GraphStore.check(path)
    #expect(report.findings == [] && report.unusedSegmentCount == 0 && report.journalRecordCount == 0)
    #expect(try Self.examine(path, isDeep: true).commits == acknowledged)
  }

  /// The number of commits in a file, and what is wrong with them.
  static func examine(_ path: String, isDeep: Bool) throws -> (commits: Int64, problem: String?) {
    let store = try GraphStore.open(path, mode: .readOnly)
    let snapshot = store.snapshot
    guard let key = snapshot.propertyKeyID("number"), let text = snapshot.propertyKeyID("text"), snapshot.nodeCount > 0 else {
      return (0, snapshot.nodeCount == 0 ? nil : "nodes without names")
    }
    var expected: [Int64] = []
    var commit: Int64 = 0
    while expected.count < snapshot.nodeCount {
      commit += 1
      expected += Array(commit * 1000...commit * 1000 + CommitSize.of(commit))
    }
    guard expected.count == snapshot.nodeCount else {
      return (commit, "\(snapshot.nodeCount) nodes are a part of commit \(commit)")
    }
    guard snapshot.relationshipCount == expected.count - Int(commit) else {
      return (commit, "\(snapshot.relationshipCount) relationships")
    }
    let nodes = (0..<UInt32(expected.count)).map { NodeID($0) }
    let numbers = snapshot.gather(key, of: nodes)
    let texts = snapshot.gather(text, of: nodes)
    guard case .integers(expected) = numbers.storage, numbers.nulls == nil else { return (commit, "wrong numbers") }
    for (row, number) in expected.enumerated() where row % 7 == 0 {
      guard case .string("t\(number)") = texts[row] else { return (commit, "text of \(number)") }
    }
    let label = snapshot.labelID("Number")!
    let last = expected.count - 1
    guard snapshot.lookup(label, [key], [.integer(expected[last])]) == [nodes[last]] else { return (commit, "index") }
    let linked = (0..<last).filter { expected[$0] + 1 == expected[$0 + 1] }
    let chain = snapshot.expand(linked.map { nodes[$0] }, .outgoing)
    guard chain.rows.elementsEqual(0..<UInt32(linked.count)), chain.neighbours == linked.map({ nodes[$0 + 1] }) else {
      return (commit, "the chain is broken")
    }
    try snapshot.checkIntact()
    if isDeep, let finding = try GraphStore.check(path).findings.first { return (commit, "\(finding)") }
    return (commit, nil)
  }

  @Test("a second process is refused the writing of a file, and served the reading of it")
  func twoProcesses() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    let child = try ChildProcess([path, "hold"])
    #expect(child.read(timeoutMilliseconds: 20_000) == "ready\n")
    let error = #expect(throws: StorageError.self) { try GraphStore.open(path, mode: .readWrite) }
    #expect(error?.code == .locked)
    #expect(error?.message == "another process has the graph open for writing, and only one may")
    #expect(try GraphStore.open(path, mode: .readOnly).snapshot.nodeCount == 0)
    child.kill()
    let store = try GraphStore.open(path, mode: .readWrite)
    #expect(throws: Never.self) { try store.begin().rollback() }
  }
}

/// The number of nodes in a commit of `CrashWriter`, less one.
enum CommitSize {
  static func of(_ number: Int64) -> Int64 { number % 7 * (number % 5) + (number % 31 == 0 ? 900 : 0) }
}
