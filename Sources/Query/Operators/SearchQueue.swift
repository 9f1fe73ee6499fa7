/// What a search has met, in the order in which it did: an array without checks that grows by whole runs and is kept from search
/// to search.
final class SearchQueue<Element: BitwiseCopyable> {
  /// Valid until `reserve` is called.
  private(set) var elements: UnsafeMutablePointer<Element>
  private var capacity: Int
  var count = 0

  init(capacity: Int = 64) {
    self.capacity = capacity
    elements = .allocate(capacity: capacity)
  }

  deinit { elements.deallocate() }

  /// Makes room for as many more, for whoever writes behind `count` and then raises it.
  @inline(__always) func reserve(_ additional: Int) {
    if count &+ additional > capacity { grow(count + additional) }
  }

  /// Forgets what was there and begins with one element.
  func begin(with first: Element) {
    elements[0] = first
    count = 1
  }

  private func grow(_ needed: Int) {
    capacity = max(2 * capacity, needed)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.moveInitialize(from: elements, count: count)
    elements.deallocate()
    elements = larger
  }
}
