// The child of the crash test: writes commits to a graph file and says so on standard output, until it is killed.
//
//     CrashWriter FILE write SEED   commits for ever; a line `n` after commit n is durable, `[` and `]` around a checkpoint,
//                                   `{` and `}` around a bulk load
//     CrashWriter FILE eager SEED   the same without `[`: a journal of a few kilobytes is folded in the background
//     CrashWriter FILE logged SEED  the same with most commits in the commit log: few have words for a full-text index
//     CrashWriter FILE die SEED STEP COUNT, FILE dieLogged SEED STEP COUNT
//                                   the same as `eager` or `logged`, until the COUNT-th step of this name of a checkpoint in
//                                   the background
//     CrashWriter FILE hold         opens for writing, says `ready` and waits
//
// Commit n makes the nodes `n * 1000` to `n * 1000 + size(n)`, each with its number, in a chain of relationships.

import Graph
import GraphStorage
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@main
struct CrashWriter {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { exit(2) }
    let isLogged = arguments[2] == "logged" || arguments[2] == "dieLogged"
    let isEager = isLogged || arguments[2] == "eager" || arguments[2] == "die"
    var policy = isEager ? eagerPolicy(arguments) : CheckpointPolicy()
    if isLogged { policy.unloggedCommitCount = 2 }
    let store = try GraphStore.open(arguments[1], mode: .create, policy: policy)
    guard arguments.count > 3, let seed = UInt64(arguments[3]) else {
      say("ready\n")
      while true { sleep(60) }
    }
    var writer = CommitWriter(store: store, state: seed, checkpoints: !isEager, wordStep: isLogged ? 5 : 1)
    while true { try writer.writeNext() }
  }

  /// Folds and copies all the time.
  static func eagerPolicy(_ arguments: [String]) -> CheckpointPolicy {
    var policy = CheckpointPolicy()
    policy.journalByteCount = 3000
    policy.logPageCount = 12
    guard arguments.count > 5, let step = CheckpointStep(rawValue: arguments[4]), let count = Int(arguments[5]) else {
      return policy
    }
    let left = Atomic<Int>(count)
    policy.observer = { seen in
      guard seen == step, left.subtract(1, ordering: .relaxed).newValue == 0 else { return }
      kill(getpid(), SIGKILL)
    }
    return policy
  }

  /// Not buffered: what was said is said when the process dies.
  static func say(_ text: String) {
    _ = text.utf8.withContiguousStorageIfAvailable { write(1, $0.baseAddress, $0.count) }
  }
}

struct CommitWriter {
  let store: GraphStore
  var state: UInt64
  /// Whether it asks for checkpoints.
  let checkpoints: Bool
  /// The nodes of every so manieth commit are in the full-text index.
  let wordStep: Int64

  /// The number of nodes in commit `number`, less one.
  static func size(_ number: Int64) -> Int64 { number % 7 * (number % 5) + (number % 31 == 0 ? 900 : 0) }

  private mutating func random(_ bound: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % bound
  }

  mutating func writeNext() throws {
    let number = Int64(store.snapshot.relationshipTypes.isEmpty ? 1 : lastCommit() + 1)
    switch random(20) {
    case 0: try load(number)
    default: try commit(number)
    }
    CrashWriter.say("\(number)\n")
    guard random(8) == 0, checkpoints else { return }
    CrashWriter.say("[\n")
    try store.checkpoint()
    CrashWriter.say("]\n")
  }

  /// The largest commit number in the graph; the nodes are in the order of the commits.
  private func lastCommit() -> Int64 {
    let snapshot = store.snapshot
    guard let key = snapshot.propertyKeyID("number"), snapshot.nodeCapacity > 0,
      case .integer(let number) = snapshot.property(key, of: NodeID(UInt32(snapshot.nodeCapacity - 1)))
    else { return 0 }
    return number / 1000
  }

  private func commit(_ number: Int64) throws {
    let transaction = try store.begin()
    let label = transaction.labelID(creating: "Number")
    let key = transaction.propertyKeyID(creating: "number")
    let text = transaction.propertyKeyID(creating: "text")
    let type = try transaction.relationshipTypeID(creating: "NEXT")
    if transaction.state.indexDefinitions.isEmpty {
      let unique = ConstraintDefinition(name: "unique_Number_number", requirement: .unique, owner: "Number", keys: ["number"])
      try transaction.createConstraint(unique)
      try transaction.createIndex(IndexDefinition(name: "texts", kind: .fullText, owners: ["Words"], keys: ["text"]))
    }
    let labels = number % wordStep == 0 ? [label, transaction.labelID(creating: "Words")] : [label]
    var previous: NodeID?
    for value in number * 1000...number * 1000 + Self.size(number) {
      let node = try transaction.createNode(labels: labels, properties: [(key, .integer(value)), (text, .string("t\(value)"))])
      if let previous { try transaction.createRelationship(type, from: previous, to: node, properties: [(key, .integer(value))]) }
      previous = node
    }
    try transaction.commit()
  }

  private func load(_ number: Int64) throws {
    let values = Array(number * 1000...number * 1000 + Self.size(number))
    CrashWriter.say("{\n")
    let loader = try BulkLoader(store)
    let pool = StringPool()
    let texts = values.map { pool.intern("t\($0)") }
    try loader.add(
      NodeColumns(
        labels: ["Number", "Words"], externalIDs: Vector(.integers(values)),
        properties: [("number", Vector(.integers(values))), ("text", Vector(.strings(texts, pool)))]))
    let targets = Array(values.dropFirst())
    try loader.add(
      RelationshipColumns(
        type: "NEXT", sourceIDs: Vector(.integers(Array(values.dropLast()))), targetIDs: Vector(.integers(targets)),
        properties: [("number", Vector(.integers(targets)))]))
    try loader.createUniqueConstraints([(label: "Number", key: "number")])
    try loader.finish()
    CrashWriter.say("}\n")
  }
}
