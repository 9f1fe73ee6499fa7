/// A set of Unicode scalars: what one position of a regular expression accepts.
struct CharacterClass: Sendable {
  private(set) var ranges: [ClosedRange<UInt32>]
  var isNegated = false
  /// True if a scalar is in the set as soon as its lower- or upper-case form is.
  var ignoresCase = false

  init(_ ranges: [ClosedRange<UInt32>] = []) { self.ranges = ranges }

  init(_ scalar: Unicode.Scalar) { self.init([scalar.value...scalar.value]) }

  mutating func add(_ range: ClosedRange<UInt32>) { ranges.append(range) }

  /// Adds the members of another set, negated or not.
  mutating func add(_ other: CharacterClass) {
    ranges += other.isNegated ? CharacterClass.complement(of: other.ranges) : other.ranges
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var isMember = holds(scalar.value)
    if !isMember, ignoresCase {
      isMember = Self.otherCases(of: scalar).contains { holds($0.value) }
    }
    return isMember != isNegated
  }

  private func holds(_ value: UInt32) -> Bool { ranges.contains { $0.contains(value) } }

  private static func otherCases(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let mappings = [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping]
    return mappings.compactMap { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
  }

  private static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { result.append(next...0x10FFFF) }
    return result
  }
}

extension CharacterClass {
  /// Everything but the ends of lines, which is what `.` means.
  static let notLineEnd = CharacterClass.negation(of: [0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029])
  static let everything = CharacterClass([0...0x10FFFF])
  static let digits = CharacterClass([0x30...0x39])
  static let word = CharacterClass([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let space = CharacterClass([0x09...0x0D, 0x20...0x20])

  static func negation(of ranges: [ClosedRange<UInt32>]) -> CharacterClass {
    var result = CharacterClass(ranges)
    result.isNegated = true
    return result
  }

  var negated: CharacterClass {
    var result = self
    result.isNegated.toggle()
    return result
  }
}
