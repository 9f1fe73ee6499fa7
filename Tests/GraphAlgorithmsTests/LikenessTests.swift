import Graph
import GraphAlgorithms
import TestSupport
import Testing

@Suite struct LikenessTests {
  /// 0 and 1 share 2; 0 has 3 besides, 1 has 4.
  private let graph = SampleGraph.graph(5, [(0, 2), (1, 2), (0, 3), (1, 4)])

  @Test("Similarity of two vertices that share one of three neighbours")
  func similarity() {
    var jaccard = NodeSimilarity(graph, isDirected: false, .jaccard)
    #expect(jaccard.pairs(of: 0) == [VertexPair(source: 0, target: 1, score: 1.0 / 3)])
    #expect(jaccard.score(0, 1) == 1.0 / 3 && jaccard.score(0, 2) == 0)
    var overlap = NodeSimilarity(graph, isDirected: false, .overlap)
    #expect(overlap.pairs(of: 1) == [VertexPair(source: 1, target: 0, score: 0.5)])
  }

  @Test("Along the arrows only what a vertex points to is its neighbour")
  func directedSimilarity() {
    var similarity = NodeSimilarity(SampleGraph.graph(4, [(0, 2), (1, 2), (2, 3), (0, 0), (0, 2)]), isDirected: true, .jaccard)
    #expect(similarity.pairs(of: 0) == [VertexPair(source: 0, target: 1, score: 1)])
    #expect(similarity.pairs(of: 2).isEmpty)
  }

  @Test("Links are expected between vertices that are not joined; any pair can be asked about")
  func links() {
    var common = LinkPrediction(SampleGraph.graph(4, [(0, 1), (1, 2), (2, 0), (2, 3)]), .commonNeighbours)
    #expect(common.pairs(of: 3) == [VertexPair(source: 3, target: 0, score: 1), VertexPair(source: 3, target: 1, score: 1)])
    #expect(common.score(0, 1) == 1)
    let attachment = LinkPrediction(graph, .preferentialAttachment)
    #expect(attachment.score(0, 4) == 2)
    let allocation = LinkPrediction(graph, .resourceAllocation)
    #expect(allocation.score(0, 1) == 0.5)
  }
}
