/// Vertices waiting to be visited, the nearest first; of equally near ones the smaller.
///
/// A binary heap. A vertex may wait several times: whoever takes it out knows whether it has been visited. O(log n) a step.
struct VertexHeap {
  typealias Entry = (distance: Double, vertex: UInt32)

  private var entries: [Entry] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func push(_ vertex: UInt32, distance: Double) {
    let entry = (distance: distance, vertex: vertex)
    var child = entries.count
    entries.append(entry)
    while child > 0 {
      let parent = (child - 1) >> 1
      guard Self.precedes(entry, entries[parent]) else { break }
      entries[child] = entries[parent]
      child = parent
    }
    entries[child] = entry
  }

  mutating func pop() -> Entry? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return first }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, Self.precedes(entries[child + 1], entries[child]) { child += 1 }
      guard Self.precedes(entries[child], last) else { break }
      entries[parent] = entries[child]
      parent = child
    }
    entries[parent] = last
    return first
  }

  private static func precedes(_ a: Entry, _ b: Entry) -> Bool {
    a.distance < b.distance || (a.distance == b.distance && a.vertex < b.vertex)
  }
}
