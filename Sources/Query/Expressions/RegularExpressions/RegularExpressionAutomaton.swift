/// A regular expression as a deterministic automaton, made as far as texts lead into it: a state is the set of instructions that
/// are followed at once, and what a character leads to is found out once for each state (R. Cox, "Regular Expression Matching in
/// the Wild", 2010).
///
/// Matching costs a look into a table for each ASCII character. Not safe to share between threads.
final class RegularExpressionAutomaton {
  /// With more states it begins anew, so that no pattern makes it grow beyond its text.
  private static let largestStateCount = 1000
  private static let largestTransitionCount = 100_000
  private static let unknown: Int32 = -1
  /// The state from which nothing matches.
  private static let dead: Int32 = 0

  private let instructions: [RegularExpression.Instruction]
  /// By state its instructions that take a character or accept, ascending.
  private var sets: [[Int]] = []
  private var states: [[Int]: Int32] = [:]
  private var accepts: [Bool] = []
  /// 128 a state.
  private var asciiTransitions: [Int32] = []
  /// By state and scalar.
  private var otherTransitions: [UInt64: Int32] = [:]
  private var start: Int32 = 0

  /// Nil where what matches hangs on more than the characters so far.
  init?(_ expression: RegularExpression) {
    instructions = expression.instructions
    for instruction in instructions {
      switch instruction {
      case .textStart, .textEnd, .wordBoundary: return nil
      case .character, .jump, .split, .accept: break
      }
    }
    begin()
  }

  private func begin() {
    (sets, states, accepts, asciiTransitions, otherTransitions) = ([], [:], [], [], [:])
    _ = state(of: [])
    start = state(of: closure(of: [0]))
  }

  /// True if the whole of `text` (UTF-8, well formed) matches.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var state = start
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte < 0x80 {
        place += 1
        let known = asciiTransitions[Int(state) << 7 | Int(byte)]
        state = known == Self.unknown ? follow(state, Unicode.Scalar(byte)) : known
      } else {
        state = follow(state, Self.scalar(in: text, at: &place))
      }
      if state == Self.dead { return false }
    }
    return accepts[Int(state)]
  }

  /// The scalar of more than one byte at `place`, which moves on behind it.
  private static func scalar(in text: UnsafeBufferPointer<UInt8>, at place: inout Int) -> Unicode.Scalar {
    let lead = text[place]
    let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0xFF >> UInt32(count + 1))
    for offset in 1..<count where place + offset < text.count { value = value << 6 | UInt32(text[place + offset] & 0x3F) }
    place += count
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  // MARK: - States

  private func follow(_ state: Int32, _ scalar: Unicode.Scalar) -> Int32 {
    let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(scalar.value)
    if let known = otherTransitions[key] { return known }
    let reached = sets[Int(state)].filter { place in
      if case .character(let set) = instructions[place] { set.contains(scalar) } else { false }
    }
    let next = closure(of: reached.map { $0 + 1 })
    if sets.count >= Self.largestStateCount || otherTransitions.count >= Self.largestTransitionCount {
      begin()
      return self.state(of: next)
    }
    let found = self.state(of: next)
    if scalar.isASCII {
      asciiTransitions[Int(state) << 7 | Int(scalar.value)] = found
    } else {
      otherTransitions[key] = found
    }
    return found
  }

  private func state(of set: [Int]) -> Int32 {
    if let known = states[set] { return known }
    let state = Int32(sets.count)
    states[set] = state
    sets.append(set)
    accepts.append(set.last == instructions.count - 1)
    asciiTransitions += [Int32](repeating: Self.unknown, count: 128)
    return state
  }

  /// What is reached from some instructions without a character.
  private func closure(of beginnings: [Int]) -> [Int] {
    var open = beginnings
    var seen = Set<Int>()
    while let place = open.popLast() {
      guard seen.insert(place).inserted else { continue }
      switch instructions[place] {
      case .jump(let target): open.append(target)
      case .split(let a, let b): open += [a, b]
      case .character, .accept, .textStart, .textEnd, .wordBoundary: break
      }
    }
    return seen.filter { place in
      switch instructions[place] {
      case .character, .accept: true
      default: false
      }
    }.sorted()
  }
}
