// What a segment that has been read has to keep, so that whoever walks along it need not look: neighbours and relationships that
// there are, and runs in order, which searches and merges rely on. One pass over numbers that have just been written.
extension AdjacencySegment {
  /// Throws where the numbers of an array are not all below `end`.
  func check(_ numbers: UnsafePointer<UInt32>, below end: Int, _ what: String, in reader: ByteReader) throws(DecodingFailure) {
    guard end <= Int(UInt32.max), count > 0 else { return }
    guard end > 0 else { throw reader.failure("no \(what)") }
    let last = UInt32(end - 1)
    var beyond: UInt32 = 0
    for place in 0..<count { beyond |= numbers[place] > last ? 1 : 0 }
    guard beyond == 0 else { throw reader.failure("\(what) below \(end)") }
  }

  /// Whether every run ascends by neighbour, and where relationships are given, those to one neighbour ascend as well.
  func isSorted(byRelationship: Bool) -> Bool {
    let (neighbours, relationships) = (self.neighbours, self.relationships)
    guard byRelationship else {
      return descendsBetweenRunsOnly { neighbours[$0] < neighbours[$0 &- 1] ? 1 : 0 }
    }
    return descendsBetweenRunsOnly { place in
      let (before, next) = (neighbours[place &- 1], neighbours[place])
      let isSame: UInt32 = next == before ? 1 : 0
      return (next < before ? 1 : 0) | isSame & (relationships[place] <= relationships[place &- 1] ? 1 : 0)
    }
  }

  /// - Parameter isDescent: 1 for a place that must not come behind the one before it in a run.
  @inline(__always) private func descendsBetweenRunsOnly(_ isDescent: (Int) -> UInt32) -> Bool {
    // All descents less those between two runs: a loop that knows of no runs takes several places at a time.
    var descentCount: UInt32 = 0
    if count > 1 { for place in 1..<count { descentCount &+= isDescent(place) } }
    forEachRun { run in
      if run.lowerBound > 0 { descentCount &-= isDescent(run.lowerBound) }
    }
    return descentCount == 0
  }
}
