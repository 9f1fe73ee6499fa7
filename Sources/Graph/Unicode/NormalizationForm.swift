/// The four normal forms of Unicode (Unicode Standard Annex #15).
public enum NormalizationForm: String, Sendable, CaseIterable {
  /// Canonical composition: `é` as one scalar.
  case composed = "NFC"
  /// Canonical decomposition: `é` as `e` and an accent.
  case decomposed = "NFD"
  /// Compatibility composition: `ﬁ` as `fi`, `é` as one scalar.
  case compatibilityComposed = "NFKC"
  /// Compatibility decomposition: `ﬁ` as `fi`, `é` as `e` and an accent.
  case compatibilityDecomposed = "NFKD"

  var isComposed: Bool { self == .composed || self == .compatibilityComposed }
  var isCompatible: Bool { self == .compatibilityComposed || self == .compatibilityDecomposed }
}

extension String {
  /// The text in a normal form. O(scalars), with a sort of each run of combining marks; a text of ASCII is returned as it is.
  public func normalized(_ form: NormalizationForm) -> String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var buffer = NormalizationBuffer(form)
    for scalar in unicodeScalars { buffer.append(scalar) }
    return buffer.text()
  }

  /// True if the text is in the normal form already. O(scalars).
  public func isNormalized(_ form: NormalizationForm) -> Bool {
    unicodeScalars.elementsEqual(normalized(form).unicodeScalars)
  }
}

/// Scalars on their way to a normal form: decomposed as they come, then put in order, then composed.
private struct NormalizationBuffer {
  private let form: NormalizationForm
  private let tables = UnicodeDecompositions.shared
  private var scalars: [Unicode.Scalar] = []

  init(_ form: NormalizationForm) {
    self.form = form
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if let syllable = HangulSyllable(scalar) {
      scalars += syllable.letters
    } else if let decomposition = tables.decomposition(of: scalar, compatible: form.isCompatible) {
      scalars += decomposition
    } else {
      scalars.append(scalar)
    }
  }

  func text() -> String {
    let ordered = Self.inCanonicalOrder(scalars)
    let result = form.isComposed ? composed(ordered) : ordered
    return String(String.UnicodeScalarView(result))
  }

  private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
  }

  /// Each run of marks sorted by combining class; marks of one class stay as they are.
  private static func inCanonicalOrder(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var marks: [(scalar: Unicode.Scalar, combiningClass: UInt8)] = []
    func sortedMarks() -> [Unicode.Scalar] {
      if marks.count < 2 { return marks.map(\.scalar) }
      // Sorting is stable in Swift's library, but only this says so.
      let places = marks.indices.sorted { (marks[$0].combiningClass, $0) < (marks[$1].combiningClass, $1) }
      return places.map { marks[$0].scalar }
    }
    for scalar in scalars {
      let combiningClass = combiningClass(scalar)
      if combiningClass > 0 {
        marks.append((scalar, combiningClass))
      } else {
        result += sortedMarks()
        marks.removeAll(keepingCapacity: true)
        result.append(scalar)
      }
    }
    return result + sortedMarks()
  }

  /// Every scalar joined to the last starter before it that it is not blocked from (Unicode Standard, D117).
  private func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var starter: Int?
    var previousClass: UInt8 = 0
    for scalar in scalars {
      let combiningClass = Self.combiningClass(scalar)
      if let place = starter {
        let isAdjacent = place == result.count - 1
        if isAdjacent || previousClass < combiningClass && previousClass > 0,
          let composite = HangulSyllable.composite(result[place], scalar) ?? tables.composite(result[place], scalar)
        {
          result[place] = composite
          continue
        }
      }
      if combiningClass == 0 { starter = result.count }
      previousClass = combiningClass
      result.append(scalar)
    }
    return result
  }
}

/// Korean syllables, whose letters are computed and stand in no table (Unicode Standard, section 3.12).
private struct HangulSyllable {
  private static let firstSyllable: UInt32 = 0xAC00
  private static let firstLeading: UInt32 = 0x1100
  private static let firstVowel: UInt32 = 0x1161
  private static let beforeTrailing: UInt32 = 0x11A7
  private static let leadingCount: UInt32 = 19
  private static let vowelCount: UInt32 = 21
  private static let trailingCount: UInt32 = 28
  private static let syllableCount = leadingCount * vowelCount * trailingCount

  private let index: UInt32

  init?(_ scalar: Unicode.Scalar) {
    guard scalar.value >= Self.firstSyllable, scalar.value - Self.firstSyllable < Self.syllableCount else { return nil }
    index = scalar.value - Self.firstSyllable
  }

  private var trailing: UInt32 { index % Self.trailingCount }

  var letters: [Unicode.Scalar] {
    var values = [
      Self.firstLeading + index / (Self.vowelCount * Self.trailingCount),
      Self.firstVowel + index / Self.trailingCount % Self.vowelCount,
    ]
    if trailing > 0 { values.append(Self.beforeTrailing + trailing) }
    return values.compactMap(Unicode.Scalar.init)
  }

  /// A leading letter and a vowel, or a syllable without a trailing letter and one.
  static func composite(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    let (a, b) = (first.value, second.value)
    if a >= firstLeading, a - firstLeading < leadingCount, b >= firstVowel, b - firstVowel < vowelCount {
      return Unicode.Scalar(firstSyllable + ((a - firstLeading) * vowelCount + b - firstVowel) * trailingCount)
    }
    guard let syllable = HangulSyllable(first), syllable.trailing == 0, b > beforeTrailing, b < beforeTrailing + trailingCount
    else { return nil }
    return Unicode.Scalar(a + b - beforeTrailing)
  }
}
