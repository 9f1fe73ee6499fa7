import Cypher
import Graph

/// `element IN list`: true if an element of the list equals it, null if none does but one might.
struct MembershipExpression: RowTestExpression {
  let element: any CompiledExpression
  let list: any CompiledExpression
  let span: SourceSpan
  private let memoryKey = MemoryKey()

  /// The set of the list that the batch before had; in most cases the next one has it as well.
  private final class LastSet {
    var elements: [Value] = []
    var set: MembershipSet?
  }

  init(element: any CompiledExpression, list: any CompiledExpression, span: SourceSpan) {
    self.element = element
    self.list = list
    self.span = span
  }

  func run<Sink: RowTestSink>(
    _ batch: Batch, _ context: EvaluationContext, _ sink: Sink
  ) throws(CypherError) -> Sink.Output {
    let element = try self.element.evaluate(batch, context)
    let list = try self.list.evaluate(batch, context)
    switch list.storage {
    case .constant(.null, _): return sink.collectNull(batch)
    case .constant(.list(let elements), _):
      let set = try set(of: elements, context)
      return test(element, set, batch, sink)
    default:
      for row in batch.selectedRows {
        switch list[Int(row)] {
        case .list, .null: break
        case let other: throw .notList(other, at: span)
        }
      }
      return sink.collect(batch) { row in
        guard case .list(let elements) = list[row] else { return nil }
        return Self.isMember(element[row], of: elements)
      }
    }
  }

  private func set(of elements: [Value], _ context: EvaluationContext) throws(CypherError) -> MembershipSet {
    let last = try context.remembered(memoryKey) { () throws(CypherError) in LastSet() }
    if let set = last.set, last.elements.isStored(like: elements) { return set }
    let set = MembershipSet(elements)
    (last.elements, last.set) = (elements, set)
    return set
  }

  private func test<Sink: RowTestSink>(
    _ element: Vector, _ set: MembershipSet, _ batch: Batch, _ sink: Sink
  ) -> Sink.Output {
    switch element.storage {
    case .integers(let rows):
      if let integers = set.integers { return sink.collect(batch, nulls: element.nulls) { integers.contains(rows[$0]) } }
    case .strings(let rows, let pool):
      if let codes = set.codes(in: pool) { return sink.collect(batch, nulls: element.nulls) { codes.contains(Int64(rows[$0])) } }
    default: break
    }
    return sink.collect(batch) { set.contains(element[$0]) }
  }

  /// The three-valued answer for a list that is looked through once.
  static func isMember(_ element: Value, of list: [Value]) -> Bool? {
    var isUnknown = false
    for candidate in list {
      switch element.isEqual(to: candidate) {
      case true?: return true
      case nil: isUnknown = true
      case false?: break
      }
    }
    return isUnknown ? nil : false
  }
}

extension [Value] {
  /// True if both are the same place in memory. O(1).
  fileprivate func isStored(like other: [Value]) -> Bool {
    count == other.count
      && withUnsafeBufferPointer { own in other.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress } }
  }
}
