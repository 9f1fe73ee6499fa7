import Linguistics

/// Words, tags and trees as CoNLL-U, the format of Universal Dependencies: ten columns a word, an empty line after a sentence.
struct SyntaxExport {
  private let annotations: Annotations
  private let syntax: SyntaxReading
  private let morphology: [WordMorphology]
  private let models = LanguageModels.syntax

  init(_ annotations: Annotations) {
    self.annotations = annotations
    syntax = annotations.syntax
    let (models, reading) = (models, syntax)
    morphology = annotations.document.bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { models.morphology(of: reading, $0) } ?? []
    }
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
      "\(index - sentence.lowerBound + 1)", form, oneLine(morphology[index].lemma), String(tags[0]),
      String(tags[1]), morphology[index].features, "\(head)", models.relationNames[Int(word.relation)], "_",
      isSpaced ? "_" : "SpaceAfter=No",
    ]
    return columns.joined(separator: "\t") + "\n"
  }
}
