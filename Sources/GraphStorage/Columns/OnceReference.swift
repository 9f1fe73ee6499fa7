import Synchronization

/// Holds an object from when it is first made. Waits for no lock: of two threads that meet both may make one, and one is kept.
///
/// A lazy reference of the library finds its type out at every use, and cannot be emptied.
struct OnceReference<Object: AnyObject & Sendable>: ~Copyable, Sendable {
  /// The address of the object, to which this holds a reference; 0 for none.
  private let address = Atomic<UInt>(0)

  deinit { clear() }

  @inline(__always) var object: Object? {
    guard let pointer = UnsafeRawPointer(bitPattern: address.load(ordering: .acquiring)) else { return nil }
    return Unmanaged<Object>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// Keeps an object unless there is one already; gives the one that is kept.
  func keep(_ object: Object) -> Object {
    let pointer = UnsafeRawPointer(Unmanaged.passRetained(object).toOpaque())
    let (isKept, present) = address.compareExchange(
      expected: 0, desired: UInt(bitPattern: pointer), ordering: .acquiringAndReleasing)
    guard !isKept, let present = UnsafeRawPointer(bitPattern: present) else { return object }
    Unmanaged<Object>.fromOpaque(pointer).release()
    return Unmanaged<Object>.fromOpaque(present).takeUnretainedValue()
  }

  /// To be called only where nobody else asks meanwhile.
  @inline(__always) func clear() {
    if address.load(ordering: .relaxed) == 0 { return }
    if let pointer = UnsafeRawPointer(bitPattern: address.exchange(0, ordering: .acquiringAndReleasing)) {
      Unmanaged<Object>.fromOpaque(pointer).release()
    }
  }
}
