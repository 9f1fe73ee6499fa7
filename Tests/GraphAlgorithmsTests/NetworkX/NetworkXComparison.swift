import Foundation
import Graph
import GraphAlgorithms
import TestSupport

/// Random graphs and what networkx says of them, asked in one go.
struct NetworkXComparison: Sendable {
  /// One graph, as the script reads it.
  struct Case: Encodable, Sendable {
    let count: Int
    let isDirected: Bool
    /// Source, target, weight.
    let relationships: [[Int]]
    let source: Int
    let target: Int
    let origins: [Int]
    /// What Louvain, Leiden and label propagation say, to be judged.
    var partitions: [[UInt32]] = []

    /// Every relationship once.
    var once: Adjacency {
      Adjacency(
        vertexCount: count, sources: relationships.map { UInt32($0[0]) }, targets: relationships.map { UInt32($0[1]) },
        weights: relationships.map { Double($0[2]) })
    }

    /// The relationships as they may be followed.
    var graph: Adjacency { isDirected ? once : once.undirected }
    var unweighted: Adjacency { Adjacency(vertexCount: count, sources: graph.sources, targets: graph.targets) }
  }

  /// What the script answers; see there.
  struct Answer: Decodable, Sendable {
    var degree, strength, pageRank, weightedPageRank, personalPageRank: [Double]
    var plainBetweenness, weightedBetweenness, plainCloseness, weightedCloseness: [Double]
    var plainHarmonic, weightedHarmonic: [Double]
    var plainLengths, weightedLengths: [[Double]]
    var eigenvector: [Double]?
    var components: [UInt32]
    var strongComponents: [UInt32]?
    var triangles, clustering, cores: [Double]
    var articulationPoints: [UInt32]
    var bridges: [[UInt32]]
    var treeSize: Int
    var treeWeight: Double
    var bestHops, bestLengths: [Double]
    var flow: Double
    var jaccard, overlap, commonNeighbours, adamicAdar, resourceAllocation, preferentialAttachment: [[Double]]
    var modularities: [Double]
    var louvain: Double
  }

  enum Outcome: Sendable {
    case absent
    case failed(String)
    case answered(NetworkXComparison)
  }

  let seed: UInt64
  let cases: [Case]
  let answers: [Answer]

  /// The comparison of this test run.
  static let outcome: Outcome = run(seed: SeededGenerator.freshSeed())

  static var isAbsent: Bool {
    if case .absent = outcome { return true }
    return false
  }

  private static func run(seed: UInt64) -> Outcome {
    var generator = SeededGenerator(seed: seed)
    let cases = (0..<24).map { randomCase(&generator, $0) }
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", networkXScript]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    python.standardInput = input
    python.standardOutput = output
    python.standardError = errors
    do {
      try python.run()
      // The script reads everything before it writes anything, and its complaints are short.
      try? input.fileHandleForWriting.write(contentsOf: try JSONEncoder().encode(cases))
      try input.fileHandleForWriting.close()
      let text = output.fileHandleForReading.readDataToEndOfFile()
      let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      python.waitUntilExit()
      // `env` ends with 127 where there is no python3.
      if [3, 127].contains(python.terminationStatus) { return .absent }
      guard python.terminationStatus == 0 else { return .failed("seed \(seed): \(complaint)") }
      return .answered(
        NetworkXComparison(seed: seed, cases: cases, answers: try JSONDecoder().decode([Answer].self, from: text)))
    } catch {
      return .failed("seed \(seed): \(error)")
    }
  }

  /// From a handful of vertices that fall apart to a dense crowd, every second directed; some with loops and parallels.
  private static func randomCase(_ generator: inout SeededGenerator, _ index: Int) -> Case {
    let count = Int.random(in: 4...22, using: &generator)
    let density = Double.random(in: 0.5...4, using: &generator)
    let isSimple = index % 4 < 2
    var seen: Set<[Int]> = []
    var relationships: [[Int]] = []
    for _ in 0..<Int(Double(count) * density) {
      let ends = (0..<2).map { _ in Int.random(in: 0..<count, using: &generator) }
      if isSimple, ends[0] == ends[1] || !seen.insert(ends.sorted()).inserted { continue }
      relationships.append(ends + [Int.random(in: 1...5, using: &generator)])
    }
    let ends = Array(0..<count).shuffled(using: &generator)
    var result = Case(
      count: count, isDirected: index % 2 == 1, relationships: relationships, source: ends[0], target: ends[1],
      origins: Array(ends.prefix(2)))
    let both = result.once.undirected
    result.partitions = [
      (try? Louvain.communities(of: both)) ?? [], (try? Leiden.communities(of: both)) ?? [],
      (try? LabelPropagation.communities(of: both)) ?? [],
    ]
    return result
  }
}
