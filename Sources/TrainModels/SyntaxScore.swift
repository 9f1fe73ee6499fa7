import Linguistics

/// How many words of a treebank a set of models gets right, its words and sentences given.
struct SyntaxScore {
  private(set) var words = 0
  private(set) var universalTags = 0
  private(set) var heads = 0
  private(set) var relations = 0
  private(set) var lemmas = 0
  private(set) var features = 0

  init(_ models: SyntaxModels, _ documents: [TreebankDocument]) {
    for document in documents {
      var reading = SyntaxReading()
      reading.words = document.words.map { Word(begin: $0.begin, end: $0.end) }
      reading.sentences = document.sentences
      var morphology: [WordMorphology] = []
      document.bytes.withUnsafeBufferPointer {
        models.annotate(&reading, $0.baseAddress!)
        morphology = models.morphology(of: reading, $0.baseAddress!)
      }
      for sentence in document.sentences {
        for index in sentence {
          let (mine, gold) = (reading.words[index], document.words[index])
          words += 1
          if morphology[index].lemma == gold.lemma { lemmas += 1 }
          if morphology[index].features == gold.features { features += 1 }
          if models.tagNames[Int(mine.tag)].hasPrefix(gold.universalTag + "|") { universalTags += 1 }
          guard (mine.head < 0 ? sentence.count : mine.head - sentence.lowerBound) == gold.head else { continue }
          heads += 1
          let relation = models.relationNames[Int(mine.relation)]
          if relation.split(separator: ":")[0] == gold.relation.split(separator: ":")[0] { relations += 1 }
        }
      }
    }
  }

  var description: String {
    func percent(_ count: Int) -> String { "\(Double(count * 10000 / max(words, 1)) / 100)" }
    let syntax = "UPOS \(percent(universalTags)) UAS \(percent(heads)) LAS \(percent(relations))"
    return syntax + " lemmas \(percent(lemmas)) features \(percent(features)) of \(words) words"
  }
}
