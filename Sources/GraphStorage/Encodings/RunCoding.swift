/// Numbers in runs, such as the relationships of each node: the least of each run, the distances of its numbers in ascending
/// order, and for each number its rank in that order.
///
/// A graph that was loaded from files sorted by one end has for each node few stretches of consecutive numbers, in another
/// order because neighbours are sorted: the distances are then mostly 1, and a rank needs the logarithm of the run's length.
enum RunCoding {
  static func write(_ numbers: UnsafeBufferPointer<UInt32>, degrees: [Int64], to writer: inout ByteWriter) {
    var firsts = [Int64](repeating: 0, count: degrees.count)
    var distances: [Int64] = []
    distances.reserveCapacity(numbers.count)
    var ranks = [Int64](repeating: 0, count: numbers.count)
    var order: [UInt64] = []
    var start = 0
    for (run, degree) in degrees.enumerated() {
      let count = Int(degree)
      order.removeAll(keepingCapacity: true)
      // A number with its place in one word: sorting words is sorting numbers.
      var isAscending = true
      for place in 0..<count {
        let word = UInt64(numbers[start + place]) << 32 | UInt64(place)
        isAscending = isAscending && (place == 0 || order[place - 1] < word)
        order.append(word)
      }
      if !isAscending { order.sort() }
      firsts[run] = Int64(order[0] >> 32)
      for (rank, word) in order.enumerated() {
        ranks[start + Int(word & 0xFFFF_FFFF)] = Int64(rank)
        if rank > 0 { distances.append(Int64(word >> 32) - Int64(order[rank - 1] >> 32)) }
      }
      start += count
    }
    IntegerCoding.write(firsts, to: &writer)
    IntegerCoding.write(distances, to: &writer)
    IntegerCoding.write(ranks, to: &writer)
  }

  /// The numbers of all runs; `degrees` are at least 1.
  static func read(degrees: [Int64], from reader: inout ByteReader) throws(DecodingFailure) -> [Int64] {
    let count = degrees.reduce(0) { $0 + Int($1) }
    let firsts = try IntegerCoding.read(degrees.count, from: &reader)
    let distances = try IntegerCoding.read(count - degrees.count, from: &reader)
    let ranks = try IntegerCoding.read(count, from: &reader)
    var numbers = [Int64](repeating: 0, count: count)
    var sorted: [Int64] = []
    var start = 0
    var nextDistance = 0
    for (run, degree) in degrees.enumerated() {
      sorted.removeAll(keepingCapacity: true)
      sorted.append(firsts[run])
      for _ in 1..<Int(degree) {
        sorted.append(sorted[sorted.count - 1] &+ distances[nextDistance])
        nextDistance += 1
      }
      for place in start..<(start + sorted.count) {
        guard ranks[place] >= 0, ranks[place] < degree else { throw reader.failure("ranks inside their run") }
        numbers[place] = sorted[Int(ranks[place])]
      }
      start += sorted.count
    }
    return numbers
  }
}
