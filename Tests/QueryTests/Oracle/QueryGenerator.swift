import TestSupport

/// Random statements that mean something: variables exist, types fit, and what is returned hangs neither on the order of rows
/// nor on the order in which a pattern is searched.
struct QueryGenerator {
  /// What is known of a value. Equal values of one kind look alike, so that it does not matter which of them is kept.
  indirect enum Kind: Hashable, Sendable {
    case node, relationship, path, boolean, integer, float, string, date, duration, map
    case list(Kind)
    /// A map with the properties of a node.
    case record
    /// Anything that a property can hold, and null.
    case any
  }

  struct Variable {
    var name: String
    var kind: Kind
  }

  var random: SeededGenerator
  /// The variables that can be used, those of the innermost scope last.
  var scope: [Variable] = []
  /// How many more relationships patterns may ask for: what is searched naively must not take for ever.
  var hopsLeft = 6
  /// True where an expression may end the statement with an error: where it is evaluated for every row in every plan.
  var mayFail = false
  /// True where a pattern may stand as a truth value.
  var allowsPatterns = false
  private var nameCount = 0

  init(using generator: inout SeededGenerator) {
    random = SeededGenerator(seed: generator.next())
  }

  /// A statement; one in eight changes the graph, as many only count, some of them what others have changed, or group.
  static func statement(using generator: inout SeededGenerator) -> GeneratedQuery {
    var builder = QueryGenerator(using: &generator)
    if builder.chance(12) { return builder.updatingStatement() }
    if builder.chance(6) { return builder.countingOfChanges() }
    if builder.chance(15) { return builder.groupingStatement() }
    return builder.chance(18) ? builder.countingStatement() : builder.readingStatement()
  }

  // MARK: - Chances

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...(elements.count - 1))] }

  mutating func fresh(_ stem: String) -> String {
    nameCount += 1
    return "\(stem)\(nameCount)"
  }

  // MARK: - Variables

  func variables(_ kind: Kind) -> [String] { scope.filter { $0.kind == kind }.map(\.name) }

  mutating func variable(_ kind: Kind) -> String? {
    let names = variables(kind)
    return names.isEmpty ? nil : pick(names)
  }

  mutating func bind(_ stem: String, _ kind: Kind) -> String {
    let name = fresh(stem)
    scope.append(Variable(name: name, kind: kind))
    return name
  }

  /// Runs `body` and forgets the variables that it bound.
  mutating func inScope<Result>(_ body: (inout QueryGenerator) -> Result) -> Result {
    let outer = scope
    let outside = (mayFail, allowsPatterns)
    (mayFail, allowsPatterns) = (false, false)
    defer {
      scope = outer
      (mayFail, allowsPatterns) = outside
    }
    return body(&self)
  }
}
