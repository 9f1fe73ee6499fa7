import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A number for each node that a search has met: an array over the whole graph that is not cleared between searches.
///
/// Each cell holds the search that wrote it beside the number, so that a new search begins in O(1) and only reads what it
/// touches. 8 bytes a node, of which the system gives memory where a search has been.
final class NodeMarks {
  let capacity: Int
  private let cells: UnsafeMutablePointer<UInt64>
  private var search: UInt32 = 0

  init(capacity: Int) {
    self.capacity = capacity
    guard let memory = calloc(max(capacity, 1), MemoryLayout<UInt64>.stride) else {
      preconditionFailure("no memory is left for the nodes that a search meets")
    }
    cells = memory.assumingMemoryBound(to: UInt64.self)
  }

  deinit { free(cells) }

  /// Forgets every mark.
  func begin() -> Search {
    search &+= 1
    if search == 0 {
      cells.update(repeating: 0, count: capacity)
      search = 1
    }
    return Search(cells: cells, stamp: UInt64(search) << 32)
  }

  /// The marks of one search, until the next begins.
  struct Search {
    fileprivate let cells: UnsafeMutablePointer<UInt64>
    fileprivate let stamp: UInt64

    @inline(__always) func isMarked(_ node: UInt32) -> Bool { cells[Int(node)] & 0xFFFF_FFFF_0000_0000 == stamp }

    /// The number of a marked node, nil for others.
    @inline(__always) func number(of node: UInt32) -> UInt32? {
      isMarked(node) ? UInt32(truncatingIfNeeded: cells[Int(node)]) : nil
    }

    @inline(__always) func mark(_ node: UInt32, _ number: UInt32) { cells[Int(node)] = stamp | UInt64(number) }
  }
}

/// The marks of searches that are over, for those to come: an engine has one, so that statement after statement uses the same
/// memory.
final class NodeMarksPool {
  private var free: [NodeMarks] = []

  /// Marks for as many nodes at least, which nobody else uses.
  func take(capacity: Int) -> NodeMarks {
    if let last = free.popLast(), last.capacity >= capacity { return last }
    // Room for nodes to come, so that a graph that grows does not need new marks for every statement.
    return NodeMarks(capacity: capacity + capacity / 8 + 1024)
  }

  func giveBack(_ marks: NodeMarks) {
    if free.count < 4 { free.append(marks) }
  }
}

/// Marks that go back to their pool with whoever holds this.
final class BorrowedMarks {
  private let marks: NodeMarks
  private let pool: NodeMarksPool

  init(_ pool: NodeMarksPool, capacity: Int) {
    self.pool = pool
    marks = pool.take(capacity: capacity)
  }

  deinit { pool.giveBack(marks) }

  var capacity: Int { marks.capacity }
  func begin() -> NodeMarks.Search { marks.begin() }
}

extension Optional where Wrapped == BorrowedMarks {
  /// The marks held, or others where the graph has outgrown them.
  mutating func reserve(for context: ExecutionContext) -> BorrowedMarks {
    let capacity = context.snapshot.nodeCapacity
    if let marks = self, marks.capacity >= capacity { return marks }
    self = nil
    let marks = BorrowedMarks(context.evaluation.nodeMarks, capacity: capacity)
    self = marks
    return marks
  }
}
