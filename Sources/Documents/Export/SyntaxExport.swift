import Linguistics

/// Words, tags and trees as CoNLL-U, the format of Universal Dependencies: ten columns a word, an empty line after a sentence.
struct SyntaxExport {
  private let annotations: Annotations
  private let syntax: SyntaxReading
  private let models = LanguageModels.syntax

  init(_ annotations: Annotations) {
    self.annotations = annotations
    syntax = annotations.syntax
  }

  func lines() -> String {
    var lines = "# newdoc id = document\n"
    for (number, sentence) in syntax.sentences.enumerated() {
      if number > 0, syntax.blockOfSentence[number] != syntax.blockOfSentence[number - 1] { lines += "# newpar\n" }
      let text = annotations.document[Span(syntax.words[sentence.lowerBound].begin, syntax.words[sentence.upperBound - 1].end)]
      lines += "# sent_id = \(number + 1)\n# text = \(oneLine(text))\n"
      for word in sentence { lines += line(word, in: sentence) }
      lines += "\n"
    }
    return lines
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  private func line(_ index: Int, in sentence: Range<Int>) -> String {
    let word = syntax.words[index]
    let form = oneLine(annotations.document[Span(word.begin, word.end)])
    let tags = models.tagNames[Int(word.tag)].split(separator: "|", maxSplits: 1)
    let head = word.head < 0 ? 0 : word.head - sentence.lowerBound + 1
    let isSpaced = index + 1 == syntax.words.count || syntax.words[index + 1].begin > word.end
    let columns = [
      "\(index - sentence.lowerBound + 1)", form, Lemma.of(form, tag: String(tags[0]), fineTag: String(tags[1])), String(tags[0]),
      String(tags[1]), "_", "\(head)", models.relationNames[Int(word.relation)], "_", isSpaced ? "_" : "SpaceAfter=No",
    ]
    return columns.joined(separator: "\t") + "\n"
  }
}

/// The dictionary form of a word whose part of speech is known.
enum Lemma {
  static func of(_ form: String, tag: String, fineTag: String) -> String {
    let lower = String(form.lowercased().map { $0 == "’" ? "'" : $0 })
    switch tag {
    case "PROPN": return fineTag == "NNPS" && form.hasSuffix("s") ? String(form.dropLast()) : form
    case "AUX", "PART", "PRON", "DET": return closed[lower] ?? lower
    case "VERB": return fineTag == "VB" ? lower : VerbForms.lemma(of: lower) ?? regularVerb(lower, fineTag)
    case "NOUN": return fineTag == "NNS" ? (lower == "people" ? lower : Suffixes.singular(lower)) : lower
    case "ADJ", "ADV": return compared[lower] ?? lower
    default: return lower
    }
  }

  private static let closed = WordList.table(
    """
    be: am is are was were been being 's 'm 're
    have: has had having 've
    do: does did done
    will: 'll wo
    can: ca
    would: 'd
    not: n't
    a: an
    I: i me
    he: him
    they: them
    we: us
    this: these
    that: those
    """)

  private static let compared = WordList.table(
    """
    good: better best
    bad: worse worst
    large: larger largest
    big: bigger biggest
    small: smaller smallest
    high: higher highest
    late: later latest
    old: older oldest elder eldest
    young: younger youngest
    early: earlier earliest
    """)

  private static func regularVerb(_ lower: String, _ fineTag: String) -> String {
    switch fineTag {
    case "VBZ": return Suffixes.singular(lower)
    case "VBG" where lower.hasSuffix("ing"): return String(lower.dropLast(3))
    case "VBD" where lower.hasSuffix("ed"), "VBN" where lower.hasSuffix("ed"): return String(lower.dropLast(2))
    default: return lower
    }
  }
}
