/// What scalars decompose into and which pairs compose, as the Unicode Character Database has it.
///
/// The tables are text: words divided by blanks and line breaks, all numbers in base 16. `C0=41.300` says that U+00C0
/// decomposes into U+0041 U+0300 and that these compose to it again; a colon instead of the equals sign, that they do not (a
/// composition exclusion or a compatibility decomposition). `32+8:…` stands for a run of U+0032 and the 8 scalars after it,
/// whose decompositions differ by one in their first scalar. Every decomposition is full: nothing in it decomposes further.
/// Korean syllables are computed and have no entry.
final class UnicodeDecompositions: Sendable {
  /// Read when first asked for, which takes a few milliseconds.
  static let shared = UnicodeDecompositions()

  private struct Pair: Hashable {
    var first: Unicode.Scalar
    var second: Unicode.Scalar
  }

  private let canonical: [Unicode.Scalar: [Unicode.Scalar]]
  private let compatible: [Unicode.Scalar: [Unicode.Scalar]]
  private let composites: [Pair: Unicode.Scalar]

  private init() {
    var canonical: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    var compatible: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    var composable: [(composite: Unicode.Scalar, decomposition: [Unicode.Scalar])] = []
    Self.read(Self.canonicalText) { scalar, decomposition, isComposable in
      canonical[scalar] = decomposition
      if isComposable { composable.append((scalar, decomposition)) }
    }
    Self.read(Self.compatibilityText) { scalar, decomposition, _ in compatible[scalar] = decomposition }
    self.canonical = canonical
    self.compatible = compatible
    composites = Self.pairs(composable)
  }

  /// A composite of three or four scalars is the pair of its last scalar and the composite of the others, so that the short
  /// ones come first.
  private static func pairs(
    _ composable: [(composite: Unicode.Scalar, decomposition: [Unicode.Scalar])]
  ) -> [Pair: Unicode.Scalar] {
    var composites: [Pair: Unicode.Scalar] = [:]
    for entry in composable.sorted(by: { $0.decomposition.count < $1.decomposition.count }) {
      var first = entry.decomposition[0]
      for second in entry.decomposition.dropFirst().dropLast() {
        guard let joined = composites[Pair(first: first, second: second)] else {
          preconditionFailure("a composite's beginning composes too")
        }
        first = joined
      }
      composites[Pair(first: first, second: entry.decomposition[entry.decomposition.count - 1])] = entry.composite
    }
    return composites
  }

  /// The full decomposition, nil where the scalar stays as it is. O(1).
  func decomposition(of scalar: Unicode.Scalar, compatible wantsCompatible: Bool) -> [Unicode.Scalar]? {
    if scalar.value < 0xA0 { return nil }
    if wantsCompatible, let decomposition = compatible[scalar] { return decomposition }
    return canonical[scalar]
  }

  /// The scalar that two compose to, nil where they stay apart. O(1).
  func composite(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    composites[Pair(first: first, second: second)]
  }

  // MARK: - Reading the tables

  private static func read(
    _ text: StaticString, _ body: (_ scalar: Unicode.Scalar, _ decomposition: [Unicode.Scalar], _ isComposable: Bool) -> Void
  ) {
    text.withUTF8Buffer { bytes in
      var numbers: [UInt32] = []
      var number: UInt32 = 0
      var runLength: UInt32 = 0
      var isComposable = false
      func finish() {
        numbers.append(number)
        for step in 0...runLength {
          var scalars = numbers.dropFirst().compactMap(Unicode.Scalar.init)
          guard let scalar = Unicode.Scalar(numbers[0] + step), let first = Unicode.Scalar(numbers[1] + step) else { continue }
          scalars[0] = first
          body(scalar, scalars, isComposable)
        }
        numbers.removeAll(keepingCapacity: true)
        (number, runLength) = (0, 0)
      }
      var isRun = false
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "F"): number = number << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
        case UInt8(ascii: "+"):
          numbers.append(number)
          (number, isRun) = (0, true)
        case UInt8(ascii: "="), UInt8(ascii: ":"):
          if isRun { runLength = number } else { numbers.append(number) }
          (number, isRun, isComposable) = (0, false, byte == UInt8(ascii: "="))
        case UInt8(ascii: "."):
          numbers.append(number)
          number = 0
        default: if !numbers.isEmpty { finish() }
        }
      }
      if !numbers.isEmpty { finish() }
    }
  }
}
