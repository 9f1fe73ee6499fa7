/// The element of an array that would stand at a place if it were sorted.
enum OrderStatistic {
  /// The word that `place` others are not greater than: 0 for the least. O(n) on average (C. A. R. Hoare, "Find", 1961).
  static func word(at place: Int, of words: [UInt64]) -> UInt64 {
    var words = words
    return words.withUnsafeMutableBufferPointer { word(at: place, in: $0) }
  }

  /// The same, with the words put in another order: those before the place are not greater then, those behind it not less.
  static func word(at place: Int, in words: UnsafeMutableBufferPointer<UInt64>) -> UInt64 {
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
