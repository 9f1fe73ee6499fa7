import GraphStorage
import Synchronization

/// From which value on rows are not among the first of an order, as far as any of several workers knows.
///
/// A worker that has so many rows up to a value knows that no row after it is wanted, wherever it be: which rows the others leave
/// out may differ from run to run, the first rows do not.
final class SharedBound: Sendable {
  private let isDescending: Bool
  private let known = Mutex<OrderBound?>(nil)

  init(isDescending: Bool) { self.isDescending = isDescending }

  var value: OrderBound? { known.withLock { $0 } }

  /// Takes note of a bound if it is the narrower one.
  func offer(_ bound: OrderBound) {
    known.withLock { known in
      guard let old = known else { return known = bound }
      if isDescending ? bound.isGreater(than: old) : old.isGreater(than: bound) { known = bound }
    }
  }
}

extension OrderBound {
  /// False for values of two kinds.
  fileprivate func isGreater(than other: OrderBound) -> Bool {
    switch (self, other) {
    case (.integer(let a), .integer(let b)), (.date(let a), .date(let b)): a > b
    case (.float(let a), .float(let b)): a > b
    default: false
    }
  }
}
