/// The element of an array that would stand at a place if it were sorted.
enum OrderStatistic {
  /// The word that `place` others are not greater than: 0 for the least.
  static func word(at place: Int, of words: [UInt64]) -> UInt64 {
    words.withUnsafeBufferPointer { word(at: place, of: $0) }
  }

  /// Many words are counted by the first eight bits in which some differ, and only those looked at further that have them in
  /// common with the word looked for: O(n) on average, without a branch a word that could be guessed wrongly.
  static func word(at place: Int, of words: UnsafeBufferPointer<UInt64>) -> UInt64 {
    guard words.count >= leastCountedCount else {
      var copy = Array(words)
      return copy.withUnsafeMutableBufferPointer { word(at: place, in: $0) }
    }
    var (ones, zeros): (UInt64, UInt64) = (0, 0)
    for word in words {
      ones |= word
      zeros |= ~word
    }
    let differing = ones & zeros
    if differing == 0 { return words[0] }
    let shift = UInt64(max(0, 56 - differing.leadingZeroBitCount))
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { counts in
      counts.initialize(repeating: 0)
      for word in words { counts[Int(truncatingIfNeeded: word &>> shift & 0xFF)] &+= 1 }
      var (byte, rest) = (0, place)
      while rest >= counts[byte] {
        rest -= counts[byte]
        byte += 1
      }
      let wanted = UInt64(byte)
      // One place more, because each word is written before it is known whether it counts.
      let alike = [UInt64](unsafeUninitializedCapacity: counts[byte] + 1) { alike, count in
        for word in words {
          alike[count] = word
          count &+= word &>> shift & 0xFF == wanted ? 1 : 0
        }
      }
      return word(at: rest, of: alike)
    }
  }

  private static let leastCountedCount = 512

  /// The word at a place of words that are put in another order: those before the place are not greater then, those behind it not
  /// less. O(n) on average (C. A. R. Hoare, "Find", 1961).
  private static func word(at place: Int, in words: UnsafeMutableBufferPointer<UInt64>) -> UInt64 {
    var low = 0
    var high = words.count - 1
    while low < high {
      let pivot = median(words[low], words[(low + high) / 2], words[high])
      var left = low
      var right = high
      while left <= right {
        while words[left] < pivot { left &+= 1 }
        while words[right] > pivot { right &-= 1 }
        if left <= right {
          words.swapAt(left, right)
          left &+= 1
          right &-= 1
        }
      }
      if place <= right {
        high = right
      } else if place >= left {
        low = left
      } else {
        return words[place]
      }
    }
    return words[place]
  }

  private static func median(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 { max(min(a, b), min(max(a, b), c)) }
}
