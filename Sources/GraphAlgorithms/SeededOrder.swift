/// Random choices that a seed repeats on every machine (SplitMix64: G. Steele and others, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014).
struct SeededOrder {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// `count` different numbers below `limit`, all such choices equally likely; ascending. O(limit).
  mutating func sample(_ count: Int, below limit: Int) -> [Int] { shuffle(count, of: limit).prefix(count).sorted() }

  /// The numbers below `limit` in any order, all equally likely. O(limit).
  mutating func permutation(of limit: Int) -> [Int] { shuffle(limit, of: limit) }

  /// A number below `limit`. The remainder favours small numbers, by less than one in 2^32.
  mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// The numbers below `limit`, the first `count` of them in a random order.
  private mutating func shuffle(_ count: Int, of limit: Int) -> [Int] {
    var numbers = Array(0..<limit)
    for index in 0..<count { numbers.swapAt(index, index + number(below: limit - index)) }
    return numbers
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
