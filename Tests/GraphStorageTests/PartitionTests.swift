import Graph
import GraphStorage
import TestSupport
import Testing

struct PartitionTests {
  @Test(arguments: [1, 2, 7, 100])
  func `ranges cover every node of a label once`(count: Int) throws {
    let store = GraphStore()
    let transaction = try store.begin()
    let (a, b) = (transaction.labelID(creating: "A"), transaction.labelID(creating: "B"))
    var made: [NodeID] = []
    for number in 0..<3000 {
      let node = try transaction.createNode(labels: [number % 3 == 0 || number > 2000 ? a : b])
      if number % 3 == 0 || number > 2000 { made.append(node) }
    }
    try transaction.commit()
    let snapshot = store.snapshot
    let ranges = snapshot.nodeRanges(label: a, count: count)
    #expect(ranges.count <= count + 1)
    var found: [NodeID] = []
    for range in ranges {
      var cursor = ScanCursor(range)
      while true {
        let nodes = snapshot.scanNodes(label: a, from: &cursor, limit: 50)
        if nodes.isEmpty { break }
        found += nodes
      }
    }
    #expect(found == made)
  }
}
