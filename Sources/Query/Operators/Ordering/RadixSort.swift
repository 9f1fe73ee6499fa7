/// A row and the word that it is sorted by.
struct WordAndRow: BitwiseCopyable {
  var word: UInt64
  var row: UInt32
}

/// Sorts by the bytes of a word, the least significant first; bytes that are the same in all words are passed over.
enum RadixSort {
  /// Stable. O(n) a byte that differs.
  static func sort(_ pairs: inout [WordAndRow]) {
    var ones: UInt64 = 0
    var zeros: UInt64 = 0
    for pair in pairs {
      ones |= pair.word
      zeros |= ~pair.word
    }
    let differing = ones & zeros
    if differing == 0 { return }
    if pairs.count < 256 { return pairs.sort { $0.word != $1.word ? $0.word < $1.word : $0.row < $1.row } }
    var other = [WordAndRow](repeating: WordAndRow(word: 0, row: 0), count: pairs.count)
    for shift in stride(from: UInt64(0), to: 64, by: 8) where differing >> shift & 0xFF != 0 {
      distribute(pairs, into: &other, by: shift)
      swap(&pairs, &other)
    }
  }

  private static func distribute(_ source: [WordAndRow], into target: inout [WordAndRow], by shift: UInt64) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { places in
      places.initialize(repeating: 0)
      for pair in source { places[Int(truncatingIfNeeded: pair.word &>> shift & 0xFF)] &+= 1 }
      var next = 0
      for byte in 0..<256 {
        let count = places[byte]
        places[byte] = next
        next += count
      }
      target.withUnsafeMutableBufferPointer { target in
        for pair in source {
          let byte = Int(truncatingIfNeeded: pair.word &>> shift & 0xFF)
          target[places[byte]] = pair
          places[byte] &+= 1
        }
      }
    }
  }
}
