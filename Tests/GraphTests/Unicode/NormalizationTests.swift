import Foundation
import Graph
import Testing
import TestSupport

@Suite struct NormalizationTests {
  @Test(arguments: [
    ("é", "e\u{301}", "é", "e\u{301}", "é"),
    ("ﬁ", "ﬁ", "ﬁ", "fi", "fi"),
    ("\u{212B}", "A\u{30A}", "\u{C5}", "A\u{30A}", "\u{C5}"),
    ("\u{1E9B}\u{323}", "\u{17F}\u{323}\u{307}", "\u{1E9B}\u{323}", "s\u{323}\u{307}", "\u{1E69}"),
    ("한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", "한글"),
    (
      "a\u{315}\u{300}\u{5AE}", "a\u{5AE}\u{300}\u{315}", "\u{E0}\u{5AE}\u{315}", "a\u{5AE}\u{300}\u{315}", "\u{E0}\u{5AE}\u{315}"
    ),
    ("\u{958}", "\u{915}\u{93C}", "\u{915}\u{93C}", "\u{915}\u{93C}", "\u{915}\u{93C}"),
    ("", "", "", "", ""), ("plain", "plain", "plain", "plain", "plain"),
  ])
  func `texts have four normal forms`(text: String, decomposed: String, composed: String, compatible: String, both: String) {
    let forms: [(NormalizationForm, String)] = [
      (.decomposed, decomposed), (.composed, composed), (.compatibilityDecomposed, compatible), (.compatibilityComposed, both),
    ]
    for (form, expected) in forms {
      #expect(text.normalized(form).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(form.rawValue) of \(text)")
      #expect(expected.isNormalized(form), "\(form.rawValue) of \(text)")
    }
  }

  @Test func `a text that is not in a form is told from one that is`() {
    #expect("é".isNormalized(.composed) && !"é".isNormalized(.decomposed))
    #expect(!"e\u{301}".isNormalized(.composed) && "e\u{301}".isNormalized(.decomposed))
    #expect(!"①".isNormalized(.compatibilityComposed) && "①".isNormalized(.composed))
  }

  @Test func `every scalar has the forms that Foundation knows`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major <= 15 else { continue }
      // Of the syllables of Korean a part is enough: they are computed all alike.
      if (0xAC00...0xD7A3).contains(value), value % 97 != 0 { continue }
      let text = String(Character(scalar))
      expectAsFoundation(text, "U+\(String(value, radix: 16))")
    }
  }

  @Test func `random texts of letters and marks have the forms that Foundation knows`() {
    var generator = SeededGenerator.random()
    let scalars: [Unicode.Scalar] = [
      "a", "e", "O", "s", "ſ", "é", "Ü", "ǭ", "ṩ", "ﬁ", "Å", "각", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{300}", "\u{301}",
      "\u{307}", "\u{323}", "\u{328}", "\u{304}", "\u{345}", "\u{5B0}", "\u{94D}", "\u{915}", "\u{93C}", "か", "\u{3099}", "①",
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...8, using: &generator)
      var text = String.UnicodeScalarView()
      for _ in 0..<count { text.append(scalars.randomElement(using: &generator)!) }
      expectAsFoundation(String(text), "seed \(generator.seed)")
    }
  }

  private func expectAsFoundation(_ text: String, _ comment: Comment) {
    let pairs: [(NormalizationForm, String)] = [
      (.composed, text.precomposedStringWithCanonicalMapping), (.decomposed, text.decomposedStringWithCanonicalMapping),
      (.compatibilityComposed, text.precomposedStringWithCompatibilityMapping),
      (.compatibilityDecomposed, text.decomposedStringWithCompatibilityMapping),
    ]
    for (form, expected) in pairs where !text.normalized(form).unicodeScalars.elementsEqual(expected.unicodeScalars) {
      Issue.record("\(form.rawValue) of \(text) is \(text.normalized(form)), expected \(expected); \(comment)")
    }
  }
}
