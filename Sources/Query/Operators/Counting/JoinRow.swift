/// The neighbours of a node that is bound, ascending, as bare pointers; whoever makes it keeps the arrays alive.
struct JoinRow {
  /// Two rows of at most so many nodes are gone through side by side; of longer ones one is searched.
  private static let mergedLength = 8

  let neighbours: UnsafeMutablePointer<UInt32>
  let multiplicities: UnsafeMutablePointer<UInt32>?
  let start: Int
  let end: Int

  /// Calls `body` with each node that both rows have, and with its places in them.
  ///
  /// - Complexity: O(shorter × log of the longer); Demaine, López-Ortiz, Munro, "Adaptive set intersections", SODA 2000.
  @inline(__always)
  static func forEachCommon(_ a: JoinRow, _ b: JoinRow, _ body: (_ node: UInt32, _ aPlace: Int, _ bPlace: Int) -> Void) {
    if a.end &- a.start <= mergedLength && b.end &- b.start <= mergedLength { return merge(a, b, body) }
    if a.end &- a.start <= b.end &- b.start { return search(a, b, body) }
    search(b, a) { node, bPlace, aPlace in body(node, aPlace, bPlace) }
  }

  @inline(__always)
  private static func merge(_ a: JoinRow, _ b: JoinRow, _ body: (_ node: UInt32, _ aPlace: Int, _ bPlace: Int) -> Void) {
    var (aPlace, bPlace) = (a.start, b.start)
    while aPlace < a.end && bPlace < b.end {
      let (aNode, bNode) = (a.neighbours[aPlace], b.neighbours[bPlace])
      if aNode == bNode { body(aNode, aPlace, bPlace) }
      aPlace &+= aNode <= bNode ? 1 : 0
      bPlace &+= bNode <= aNode ? 1 : 0
    }
  }

  @inline(__always)
  private static func search(_ a: JoinRow, _ b: JoinRow, _ body: (_ node: UInt32, _ aPlace: Int, _ bPlace: Int) -> Void) {
    var cursor = b.start
    for place in a.start..<a.end {
      let node = a.neighbours[place]
      cursor = b.place(from: node, cursor)
      if cursor < b.end && b.neighbours[cursor] == node { body(node, place, cursor) }
    }
  }

  /// The place of the first that is not below `node`, from `cursor` on: doubling steps, then bisection.
  @inline(__always)
  func place(from node: UInt32, _ cursor: Int) -> Int {
    var low = cursor
    var step = 1
    while low &+ step <= end && neighbours[low &+ step &- 1] < node {
      low &+= step
      step &<<= 1
    }
    var high = min(end, low &+ step &- 1)
    while low < high {
      let middle = (low &+ high) &>> 1
      if neighbours[middle] < node { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// How many of the neighbours have their bit set in `marks`.
  @inline(__always)
  func markedCount(_ marks: UnsafeMutablePointer<UInt64>) -> Int64 {
    var (even, odd): (UInt64, UInt64) = (0, 0)
    var place = start
    // Four at a time, so that the loop costs little beside them.
    while place &+ 4 <= end {
      let (a, b) = (neighbours[place], neighbours[place &+ 1])
      let (c, d) = (neighbours[place &+ 2], neighbours[place &+ 3])
      even &+= (marks[Int(a &>> 6)] &>> UInt64(a & 63) & 1) &+ (marks[Int(b &>> 6)] &>> UInt64(b & 63) & 1)
      odd &+= (marks[Int(c &>> 6)] &>> UInt64(c & 63) & 1) &+ (marks[Int(d &>> 6)] &>> UInt64(d & 63) & 1)
      place &+= 4
    }
    while place < end {
      let node = neighbours[place]
      even &+= marks[Int(node &>> 6)] &>> UInt64(node & 63) & 1
      place &+= 1
    }
    return Int64(bitPattern: even &+ odd)
  }
}
