/// Numbers in ascending runs, such as the neighbours of each node: the first of each run, and the distances inside the runs.
///
/// Apart from each other both are small: a run's first number would be an outlier among distances. Distances are never written as
/// repetitions, so that bytes say how many numbers there can be at most (`IntegerCoding.leastByteCount`).
enum RunCoding {
  /// - Parameter degrees: the lengths of the runs, each at least 1; together as many as there are numbers.
  static func write(ascending numbers: UnsafePointer<UInt32>, degrees: [Int64], to writer: inout ByteWriter) {
    var firsts = [Int64](repeating: 0, count: degrees.count)
    let count = degrees.reduce(0) { $0 + Int($1) }
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: count - degrees.count) { distances in
      var place = 0
      var written = 0
      for (run, degree) in degrees.enumerated() {
        firsts[run] = Int64(numbers[place])
        let end = place &+ Int(degree)
        place &+= 1
        while place < end {
          distances.initializeElement(at: written, to: Int64(numbers[place]) &- Int64(numbers[place &- 1]))
          written &+= 1
          place &+= 1
        }
      }
      IntegerCoding.write(firsts, to: &writer)
      IntegerCoding.write(UnsafeBufferPointer(distances), repetitions: false, to: &writer)
    }
  }

  /// Writes the numbers of all runs to `numbers`.
  static func read(
    ascending numbers: UnsafeMutablePointer<UInt32>, degrees: [Int64], from reader: inout ByteReader
  ) throws(DecodingFailure) {
    guard !degrees.isEmpty else { return }
    let count = degrees.reduce(0) { $0 + Int($1) }
    let firsts = try IntegerCoding.read(degrees.count, from: &reader)
    var run = 0
    var place = 0
    var end = 0
    var number: Int64 = 0
    // Runs of one number have no distances: they are written with the first of the run after them, or at the end.
    func beginRuns() {
      while place == end, run < firsts.count {
        number = firsts[run]
        end = place &+ Int(degrees[run])
        numbers[place] = UInt32(truncatingIfNeeded: number)
        place &+= 1
        run &+= 1
      }
    }
    beginRuns()
    try IntegerCoding.forEachBlock(count - degrees.count, from: &reader) { _, distances in
      for index in 0..<distances.count {
        number &+= distances[index]
        numbers[place] = UInt32(truncatingIfNeeded: number)
        place &+= 1
        if place == end { beginRuns() }
      }
    }
  }

  // MARK: - Ranks

  /// Numbers in runs that do not ascend: the ascending runs, and for each number its rank in its run.
  ///
  /// A graph that was loaded from files sorted by one end has for each node few stretches of consecutive numbers, in another
  /// order because neighbours are sorted: the distances are then mostly 1, and a rank needs the logarithm of the run's length.
  static func write(ranked numbers: UnsafePointer<UInt32>, degrees: [Int64], to writer: inout ByteWriter) {
    let count = degrees.reduce(0) { $0 + Int($1) }
    var ranks = [Int64](repeating: 0, count: count)
    let sorted = [UInt32](unsafeUninitializedCapacity: count) { sorted, filled in
      filled = count
      var start = 0
      for degree in degrees {
        // A number with its place in one word: sorting words is sorting numbers.
        var order: [UInt64] = []
        order.reserveCapacity(Int(degree))
        for place in 0..<Int(degree) { order.append(UInt64(numbers[start + place]) << 32 | UInt64(place)) }
        order.sort()
        for (rank, word) in order.enumerated() {
          ranks[start + Int(word & 0xFFFF_FFFF)] = Int64(rank)
          sorted[start + rank] = UInt32(truncatingIfNeeded: word >> 32)
        }
        start += Int(degree)
      }
    }
    sorted.withUnsafeBufferPointer { if let base = $0.baseAddress { write(ascending: base, degrees: degrees, to: &writer) } }
    IntegerCoding.write(ranks, to: &writer)
  }

  /// Writes the numbers of all runs to `numbers`.
  static func read(
    ranked numbers: UnsafeMutablePointer<UInt32>, degrees: [Int64], from reader: inout ByteReader
  ) throws(DecodingFailure) {
    let count = degrees.reduce(0) { $0 + Int($1) }
    var failure: DecodingFailure?
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { sorted in
      guard let base = sorted.baseAddress else { return }
      do throws(DecodingFailure) {
        try read(ascending: base, degrees: degrees, from: &reader)
        var run = -1
        var (start, end) = (0, 0)
        var isInside = true
        try IntegerCoding.forEachBlock(count, from: &reader) { first, ranks in
          for index in 0..<ranks.count {
            if first &+ index == end {
              run &+= 1
              start = end
              end &+= Int(degrees[run])
            }
            let rank = Int(truncatingIfNeeded: ranks[index])
            guard rank >= 0, rank < end &- start else {
              isInside = false
              continue
            }
            numbers[first &+ index] = base[start &+ rank]
          }
        }
        guard isInside else { throw reader.failure("ranks inside their run") }
      } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
