/// The trees of a document's sentences over its tokens.
public struct DependencyTree: Sendable {
  /// The token that each depends on; -1 for the root of a sentence.
  public private(set) var heads: [Int] = []
  public private(set) var dependencies: [Dependency] = []
  /// Dependents of each token in text order: `dependents[start[i] ..< start[i + 1]]`.
  private var dependents: [Int] = []
  private var start: [Int] = []

  init() {}

  init(heads: [Int], dependencies: [Dependency]) {
    self.heads = heads
    self.dependencies = dependencies
    start = [Int](repeating: 0, count: heads.count + 1)
    for head in heads where head >= 0 { start[head + 1] += 1 }
    for index in heads.indices { start[index + 1] += start[index] }
    dependents = [Int](repeating: 0, count: start.last ?? 0)
    var next = start
    for (token, head) in heads.enumerated() where head >= 0 {
      dependents[next[head]] = token
      next[head] += 1
    }
  }

  public func dependents(of token: Int) -> ArraySlice<Int> { dependents[start[token]..<start[token + 1]] }

  /// The dependents of a token by one relation.
  func dependents(of token: Int, by dependency: Dependency) -> [Int] {
    dependents(of: token).filter { dependencies[$0] == dependency }
  }

  func first(of token: Int, by dependency: Dependency) -> Int? {
    dependents(of: token).first { dependencies[$0] == dependency }
  }

  /// The token and those coordinated with it: "X, Y and Z".
  func conjuncts(of token: Int) -> [Int] { [token] + dependents(of: token, by: .conjunct) }

  /// From the first to the last token of a subtree. Complexity: O(depth × dependents).
  func subtree(of token: Int) -> Range<Int> {
    var (low, high) = (token, token)
    while let first = dependents(of: low).first, first < low { low = first }
    while let last = dependents(of: high).last, last > high { high = last }
    return low..<(high + 1)
  }
}
