import Graph
import GraphStorage
import TestSupport
import Testing

@Suite struct SegmentTwinTests {
  @Test("states that are held stay as they were while commits write to the same few segments in turn", arguments: seeds(6))
  func oldStates(seed: UInt64) throws {
    let store = GraphStore()
    var generator = SeededGenerator(seed: seed)
    var writer = RandomWriter(seed: seed)
    var held: [(GraphSnapshot, [String])] = []
    for round in 0..<150 {
      let before = writer.model
      let transaction = try store.begin()
      try writer.write(Int.random(in: 1...4, using: &generator), to: transaction)
      if round % 5 == 0 {
        let model = writer.model
        let savepoint = transaction.savepoint()
        try writer.write(3, to: transaction)
        transaction.rollback(to: savepoint)
        writer = RandomWriter(seed: generator.next(), model: model)
      }
      if round % 7 == 3 {
        transaction.rollback()
        writer = RandomWriter(seed: generator.next(), model: before)
      } else {
        try transaction.commit()
      }
      #expect(store.snapshot.lines() == writer.model.lines(), "seed \(seed), round \(round)")
      if Bool.random(using: &generator) { held.append((store.snapshot, writer.model.lines())) }
      if held.count > 4 { held.remove(at: Int.random(in: held.indices, using: &generator)) }
      for (snapshot, lines) in held { #expect(snapshot.lines() == lines, "seed \(seed), round \(round)") }
    }
  }

  @Test("a statement in a long transaction finds what those before it have written, whatever became of their savepoints")
  func savepoints() throws {
    let store = GraphStore()
    let transaction = try store.begin()
    let key = transaction.propertyKeyID(creating: "number")
    let node = try transaction.createNode(labels: [], properties: [(key, .integer(0))])
    for number in 1...1000 as ClosedRange<Int64> {
      let savepoint = transaction.savepoint()
      try transaction.set(.integer(number), for: key, of: node)
      if number % 3 == 0 {
        transaction.rollback(to: savepoint)
        #expect(transaction.state.property(key, of: node).literal == "\(number - 1)")
      }
    }
    try transaction.commit()
    #expect(store.snapshot.property(key, of: node).literal == "1000")
  }
}
