/// The arc-eager transition system (Nivre 2003) with the root as last word of the buffer (Ballesteros & Nivre 2013): a stack, the
/// words still to come, and the arcs so far. Kept and reset for each sentence.
package final class ParserState {
  /// Actions by number: shift, reduce, left arc with each relation, right arc with each relation.
  package static let shift = 0
  package static let reduce = 1

  package let relationCount: Int
  package private(set) var count = 0
  private var capacity = 0
  package private(set) var stack = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  package private(set) var stackCount = 0
  /// The first word of the buffer; `count` is the root.
  package private(set) var next = 0
  /// −1 without a head; `count` is the root. What lies outside a sentence is at `nowhere`.
  package private(set) var heads = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  package private(set) var relations = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private(set) var left1 = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private(set) var left2 = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private(set) var right1 = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private(set) var right2 = UnsafeMutablePointer<Int32>.allocate(capacity: 0)
  private(set) var leftCount = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private(set) var rightCount = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  private(set) var leftSet = UnsafeMutablePointer<UInt64>.allocate(capacity: 0)
  private(set) var rightSet = UnsafeMutablePointer<UInt64>.allocate(capacity: 0)

  package init(relationCount: Int) {
    self.relationCount = relationCount
    makeRoom(for: 160)
  }

  deinit { deallocate() }

  private func deallocate() {
    for pointer in [stack, heads, left1, left2, right1, right2] { pointer.deallocate() }
    for pointer in [relations, leftCount, rightCount] { pointer.deallocate() }
    leftSet.deallocate()
    rightSet.deallocate()
  }

  /// Takes larger arrays; what the old ones held is gone.
  private func makeRoom(for newCapacity: Int) {
    deallocate()
    capacity = newCapacity
    stack = .allocate(capacity: capacity)
    heads = .allocate(capacity: capacity)
    left1 = .allocate(capacity: capacity)
    left2 = .allocate(capacity: capacity)
    right1 = .allocate(capacity: capacity)
    right2 = .allocate(capacity: capacity)
    relations = .allocate(capacity: capacity)
    leftCount = .allocate(capacity: capacity)
    rightCount = .allocate(capacity: capacity)
    leftSet = .allocate(capacity: capacity)
    rightSet = .allocate(capacity: capacity)
  }

  package func reset(count newCount: Int) {
    let size = newCount + 2
    if size > capacity { makeRoom(for: size * 2) }
    count = newCount
    stackCount = 0
    next = 0
    for pointer in [heads, left1, left2, right1, right2] { pointer.update(repeating: -1, count: size) }
    for pointer in [relations, leftCount, rightCount] { pointer.update(repeating: 0, count: size) }
    leftSet.update(repeating: 0, count: size)
    rightSet.update(repeating: 0, count: size)
  }

  package var classCount: Int { 2 + 2 * relationCount }
  package var isFinished: Bool { next == count && stackCount == 0 }
  package var top: Int { Int(stack[stackCount - 1]) }
  package var canShift: Bool { next < count }
  package var canReduce: Bool { stackCount > 0 && heads[top] >= 0 }
  package var canLeftArc: Bool { stackCount > 0 && heads[top] < 0 }
  package var canRightArc: Bool { stackCount > 0 && next < count }

  /// The action that is taken whatever is in sight: shift with an empty stack, reduce of a word that has its head where no word
  /// comes any more. Nil where there is a choice, or an arc to be made.
  package var onlyAction: Int? {
    if stackCount == 0 { return Self.shift }
    return next == count && canReduce ? Self.reduce : nil
  }

  /// Applies an action that is allowed here. Complexity: O(1).
  package func apply(_ action: Int) {
    if action == Self.shift {
      push()
    } else if action == Self.reduce {
      stackCount &-= 1
    } else if action < 2 &+ relationCount {
      let dependent = top
      attach(dependent, to: next, UInt8(action &- 2))
      leftCount[next] &+= 1
      leftSet[next] |= 1 << UInt64((action &- 2) & 63)
      if left1[next] < 0 || dependent < Int(left1[next]) {
        left2[next] = left1[next]
        left1[next] = Int32(dependent)
      } else if left2[next] < 0 || dependent < Int(left2[next]) {
        left2[next] = Int32(dependent)
      }
      stackCount &-= 1
    } else {
      let head = top
      let relation = action &- 2 &- relationCount
      attach(next, to: head, UInt8(relation))
      rightCount[head] &+= 1
      rightSet[head] |= 1 << UInt64(relation & 63)
      right2[head] = right1[head]
      right1[head] = Int32(next)
      push()
    }
  }

  private func push() {
    stack[stackCount] = Int32(next)
    stackCount &+= 1
    next &+= 1
  }

  private func attach(_ dependent: Int, to head: Int, _ relation: UInt8) {
    heads[dependent] = Int32(head)
    relations[dependent] = relation
  }

  /// The best allowed action by `scores`; only the root takes the relation `rootRelation`. Complexity: O(actions).
  package func bestAction<Score: Comparable>(_ scores: UnsafePointer<Score>, rootRelation: Int) -> Int {
    var best = -1
    func consider(_ action: Int) { if best < 0 || scores[action] > scores[best] { best = action } }
    if canShift { consider(Self.shift) }
    if canReduce { consider(Self.reduce) }
    if canLeftArc {
      if next == count {
        consider(2 + rootRelation)
      } else {
        for relation in 0..<relationCount where relation != rootRelation { consider(2 &+ relation) }
      }
    }
    if canRightArc {
      for relation in 0..<relationCount where relation != rootRelation { consider(2 &+ relationCount &+ relation) }
    }
    return best
  }
}
