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
