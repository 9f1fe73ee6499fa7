/// A regular expression that matches a whole text, in time O(text × pattern) whatever the pattern: all ways through it are
/// followed at once (K. Thompson, "Regular Expression Search Algorithm", CACM 11, 1968), so there is nothing to backtrack.
final class RegularExpression: Sendable {
  enum Instruction: Sendable {
    case character(CharacterClass)
    case jump(Int)
    /// Goes on at both.
    case split(Int, Int)
    case textStart, textEnd
    case wordBoundary(isNegated: Bool)
    case accept
  }

  let instructions: [Instruction]

  /// Counted repetitions are written out; a pattern that grows beyond this is refused.
  private static let largestInstructionCount = 20_000

  init(_ pattern: String) throws(RegularExpressionError) {
    var instructions: [Instruction] = []
    try Self.emit(try RegularExpressionParser.parse(pattern), into: &instructions)
    instructions.append(.accept)
    self.instructions = instructions
  }

  // MARK: - Matching

  /// True if the whole of `text` (UTF-8, well formed) matches.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var current = StateList(count: instructions.count)
    var next = StateList(count: instructions.count)
    var decoder = UTF8()
    var bytes = text.makeIterator()
    var scalar = Self.decode(&decoder, &bytes)
    current.add(0, of: instructions, between: nil, and: scalar)
    while let here = scalar {
      if current.isEmpty { return false }
      let following = Self.decode(&decoder, &bytes)
      next.removeAll()
      for state in current.states {
        guard case .character(let set) = instructions[state], set.contains(here) else { continue }
        next.add(state + 1, of: instructions, between: here, and: following)
      }
      swap(&current, &next)
      scalar = following
    }
    return current.contains(instructions.count - 1)
  }

  private static func decode(
    _ decoder: inout UTF8, _ bytes: inout UnsafeBufferPointer<UInt8>.Iterator
  ) -> Unicode.Scalar? {
    if case .scalarValue(let scalar) = decoder.decode(&bytes) { scalar } else { nil }
  }

  // MARK: - Compilation

  private static func emit(
    _ node: RegularExpressionNode, into program: inout [Instruction]
  ) throws(RegularExpressionError) {
    guard program.count < largestInstructionCount else {
      throw RegularExpressionError(message: "the repetitions of the pattern multiply beyond reason")
    }
    switch node {
    case .empty: break
    case .character(let set): program.append(.character(set))
    case .textStart: program.append(.textStart)
    case .textEnd: program.append(.textEnd)
    case .wordBoundary(let isNegated): program.append(.wordBoundary(isNegated: isNegated))
    case .sequence(let items):
      for item in items { try emit(item, into: &program) }
    case .choice(let alternatives): try emit(choice: alternatives[...], into: &program)
    case .repetition(let body, let minimum, let maximum):
      for _ in 0..<minimum { try emit(body, into: &program) }
      guard let maximum else { return try emit(loop: body, into: &program) }
      for _ in minimum..<max(minimum, maximum) { try emit(optional: body, into: &program) }
    }
  }

  private static func emit(
    choice alternatives: ArraySlice<RegularExpressionNode>, into program: inout [Instruction]
  ) throws(RegularExpressionError) {
    guard let first = alternatives.first else { return }
    guard alternatives.count > 1 else { return try emit(first, into: &program) }
    let split = program.count
    program.append(.accept)
    try emit(first, into: &program)
    let jump = program.count
    program.append(.accept)
    program[split] = .split(split + 1, program.count)
    try emit(choice: alternatives.dropFirst(), into: &program)
    program[jump] = .jump(program.count)
  }

  private static func emit(
    loop body: RegularExpressionNode, into program: inout [Instruction]
  ) throws(RegularExpressionError) {
    let split = program.count
    program.append(.accept)
    try emit(body, into: &program)
    program.append(.jump(split))
    program[split] = .split(split + 1, program.count)
  }

  private static func emit(
    optional body: RegularExpressionNode, into program: inout [Instruction]
  ) throws(RegularExpressionError) {
    let split = program.count
    program.append(.accept)
    try emit(body, into: &program)
    program[split] = .split(split + 1, program.count)
  }
}

/// The instructions that are reached at one place of the text, each once.
private struct StateList {
  private(set) var states: [Int] = []
  private var isMember: [Bool]

  init(count: Int) { isMember = [Bool](repeating: false, count: count) }

  var isEmpty: Bool { states.isEmpty }

  func contains(_ state: Int) -> Bool { isMember[state] }

  mutating func removeAll() {
    for state in states { isMember[state] = false }
    states.removeAll(keepingCapacity: true)
  }

  /// Adds `start` and all that is reached from it without a scalar, at the place between `previous` and `next`.
  mutating func add(
    _ start: Int, of instructions: [RegularExpression.Instruction], between previous: Unicode.Scalar?,
    and next: Unicode.Scalar?
  ) {
    var open = [start]
    while let state = open.popLast() {
      guard !isMember[state] else { continue }
      isMember[state] = true
      states.append(state)
      switch instructions[state] {
      case .character, .accept: break
      case .jump(let target): open.append(target)
      case .split(let a, let b): open += [b, a]
      case .textStart: if previous == nil { open.append(state + 1) }
      case .textEnd: if next == nil { open.append(state + 1) }
      case .wordBoundary(let isNegated):
        let isBoundary = Self.isWord(previous) != Self.isWord(next)
        if isBoundary != isNegated { open.append(state + 1) }
      }
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { CharacterClass.word.contains($0) } ?? false }
}
