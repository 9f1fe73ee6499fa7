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

  /// The number of `name`, given out now if it is new.
  mutating func number(creating name: String) -> UInt32 {
    if let number = numbers[name] { return number }
    let number = UInt32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }
}
