/// The names of a model's classes in the order of their numbers.
package struct NameSet: Sendable {
  package private(set) var names: [String]
  private var numbers: [String: Int]

  package init(_ names: [String]) {
    self.names = names
    numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  /// Names one a line, as an archive holds them.
  package init(_ bytes: UnsafeRawBufferPointer) {
    self.init(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  package var count: Int { names.count }
  package var bytes: [UInt8] { Array(names.joined(separator: "\n").utf8) }
  package subscript(number: Int) -> String { names[number] }
  package func number(of name: String) -> Int? { numbers[name] }
}
