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
