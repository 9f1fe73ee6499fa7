import Graph
import TestSupport
import Testing

@Suite struct AdjacencyTests {
  private let graph = Adjacency(
    vertexCount: 4, sources: [2, 0, 0, 2, 2], targets: [1, 3, 1, 2, 1], weights: [5, 2, 1, 4, 6])

  @Test("Rows are sorted by target and keep parallel relationships with their weights")
  func rows() {
    #expect(graph.offsets == [0, 2, 2, 5, 5])
    #expect(graph.targets == [1, 3, 1, 1, 2])
    #expect(graph.weights == [1, 2, 5, 6, 4])
  }

  @Test("Turning round twice gives the same rows")
  func reversal() {
    #expect(graph.reversed.targets == [0, 2, 2, 2, 0])
    #expect(graph.reversed.reversed.targets == graph.targets)
    #expect(graph.reversed.reversed.weights == graph.weights)
  }

  @Test("The undirected graph has every relationship twice and a loop once; the simple one has neither loops nor parallels")
  func undirected() {
    #expect(graph.undirected.offsets == [0, 2, 5, 8, 9])
    #expect(graph.undirected.targets == [1, 3, 0, 2, 2, 1, 1, 2, 0])
    #expect(graph.simple.targets == [1, 3, 0, 2, 1, 0])
  }

  @Test("Rows without parallel relationships are their own lightest, and without loops their own distinct ones")
  func sharing() {
    func address(_ graph: Adjacency) -> UnsafeRawPointer? { graph.targets.withUnsafeBytes { $0.baseAddress } }
    let plain = Adjacency(vertexCount: 3, sources: [0, 1, 0], targets: [1, 2, 2], weights: [1, 2, 3])
    #expect(address(plain.lightest) == address(plain) && plain.lightest.weights == plain.weights)
    #expect(address(plain.distinct) == address(plain) && plain.distinct.weights == nil)
    let looped = Adjacency(vertexCount: 2, sources: [0, 1], targets: [1, 1])
    #expect(address(looped.lightest) == address(looped) && looped.distinct.targets == [1])
    // Equal targets of different rows are not parallel.
    let meeting = Adjacency(vertexCount: 3, sources: [0, 1], targets: [2, 2])
    #expect(address(meeting.distinct) == address(meeting))
  }

  @Test("Two graphs are each other turned round only if every relationship of one is in the other, as often")
  func mirrors() {
    #expect(graph.isMirrored(by: graph.reversed) && graph.reversed.isMirrored(by: graph))
    let pair = Adjacency(vertexCount: 4, sources: [0, 0, 1], targets: [1, 1, 2])
    #expect(pair.isMirrored(by: Adjacency(vertexCount: 4, sources: [1, 2, 1], targets: [0, 1, 0])))
    #expect(!pair.isMirrored(by: Adjacency(vertexCount: 4, sources: [1, 2, 2], targets: [0, 1, 1])))
    #expect(!pair.isMirrored(by: pair) && !pair.isMirrored(by: Adjacency(vertexCount: 4, sources: [1], targets: [0])))
  }

  @Test("Turning round and joining gives the same rows with weights and without")
  func undirectedWithoutWeights() {
    let bare = Adjacency(offsets: graph.offsets, targets: graph.targets, weights: nil)
    #expect(bare.undirected.offsets == graph.undirected.offsets)
    #expect(bare.undirected.targets == graph.undirected.targets)
    #expect(bare.undirected.weights == nil && bare.undirected.numbers == nil)
  }

  @Test("Of parallel relationships the lightest stays, or one that weighs as much as all, or one without a weight")
  func parallels() {
    let numbered = Adjacency(
      vertexCount: 3, sources: [0, 0, 0, 1, 0], targets: [1, 1, 1, 1, 2], weights: [4, 2, 2, 7, 1], numbers: [10, 12, 11, 13, 14])
    #expect(numbered.lightest.targets == [1, 2, 1])
    #expect(numbered.lightest.weights == [2, 1, 7])
    #expect(numbered.lightest.numbers == [11, 14, 13])
    #expect(numbered.summed.offsets == [0, 2, 3, 3])
    #expect(numbered.summed.weights == [8, 1, 7])
    #expect(numbered.distinct.targets == [1, 2])
    #expect(numbered.numberedByPlace.undirected.numbers == [0, 1, 2, 3, 0, 1, 2, 4, 3])
    #expect(numbered.reversed.numbers == [10, 12, 11, 13, 14])
  }
}
