import Synchronization

/// The number that a name had when it was last looked for, kept by who looks for the same name again and again. May be used with
/// any graph and on any thread: what it says is checked.
public final class NameHint: Sendable {
  fileprivate let number = Atomic<UInt32>(.max)

  public init() {}
}

/// Names and their numbers, dense from 0 in the order of first use.
struct NameTable: Sendable {
  private(set) var names: [String] = []
  private var numbers: [String: UInt32] = [:]

  init() {}

  init(names: [String]) {
    for name in names { _ = number(creating: name) }
  }

  var count: Int { names.count }

  func number(of name: String) -> UInt32? { numbers[name] }

  /// The same without hashing where the hint is right.
  func number(of name: String, _ hint: NameHint) -> UInt32? {
    let known = hint.number.load(ordering: .relaxed)
    if known < names.count, names[Int(known)] == name { return known }
    let number = numbers[name]
    if let number { hint.number.store(number, ordering: .relaxed) }
    return number
  }

  /// The number of `name`, given out now if it is new.
  mutating func number(creating name: String) -> UInt32 {
    if let number = numbers[name] { return number }
    let number = UInt32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }
}
