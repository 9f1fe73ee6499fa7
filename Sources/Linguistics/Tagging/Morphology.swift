/// The dictionary form of a word and its morphological features, as Universal Dependencies write them.
package struct WordMorphology: Sendable, Hashable {
  package var lemma: String
  /// `Number=Plur`, several with `|` between; `_` for none.
  package var features: String
}

/// Tagged and parsed words → lemmas by edit script, and features.
package struct Morphology: Sendable {
  private let scripts: [EditScript]
  private let scriptModel: LinearModel
  private let featureNames: NameSet
  private let featureModel: LinearModel

  package init(scripts: [EditScript], scriptModel: LinearModel, featureNames: NameSet, featureModel: LinearModel) {
    self.scripts = scripts
    self.scriptModel = scriptModel
    self.featureNames = featureNames
    self.featureModel = featureModel
  }

  /// A word's morphology; `text` is the word as written, `lexicon` tells of a word by its key.
  package func analyse(
    _ word: Int, _ text: String, _ tree: SentenceTree, lexicon: WordTable, _ list: inout FeatureList
  ) -> WordMorphology {
    let text = Self.straight(text)
    MorphologyFeatures.lemma(word, text, tree, scripts, lexicon, into: &list)
    let script = Self.best(scriptModel, list) { scripts[$0](text) != nil }
    MorphologyFeatures.inflection(word, tree, into: &list)
    let features = Self.best(featureModel, list) { _ in true }
    return WordMorphology(lemma: script.flatMap { scripts[$0](text) } ?? text, features: features.map { featureNames[$0] } ?? "_")
  }

  /// The word with straight apostrophes, as the lexicon knows it.
  package static func straight(_ text: String) -> String {
    text.utf8.contains(0xE2) ? String(text.map { $0 == "’" ? "'" : $0 }) : text
  }

  private static func best(_ model: LinearModel, _ list: borrowing FeatureList, _ isPossible: (Int) -> Bool) -> Int? {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: model.classCount) { scores in
      scores.update(repeating: 0)
      model.score(list, into: scores.baseAddress!)
      return scores.indices.filter(isPossible).max { scores[$0] != scores[$1] ? scores[$0] < scores[$1] : $0 > $1 }
    }
  }
}

/// What the choice of an edit script and of morphological features looks at.
package enum MorphologyFeatures {
  /// Replaces what `features` holds. A script's outcome counts by whether the lexicon has it as that part of speech.
  package static func lemma(
    _ word: Int, _ text: String, _ tree: SentenceTree, _ scripts: [EditScript], _ lexicon: WordTable,
    into features: inout FeatureList
  ) {
    features.removeAll()
    let this = tree.forms.words[word]
    let tag = UInt64(tree.forms.tags[word])
    features.add(1, tag)
    features.add(2, this.form, tag)
    features.add(3, this.lower, tag)
    features.add(4, this.suffix1, tag)
    features.add(5, this.suffix2, tag)
    features.add(6, this.suffix3, tag)
    features.add(7, this.suffix4, tag)
    features.add(8, this.shape, tag)
    features.add(9, this.lexicon & 0x1FFF, tag)
    features.add(10, UInt64(min(this.byteCount, 6)), this.suffix2, tag)
    features.add(11, this.lower, UInt64(tree.forms.tags[word + 1]))
    for (number, script) in scripts.enumerated() where script.dropped > 0 || !script.added.isEmpty {
      guard script.dropped > 0, script.dropped <= 4, script.added.utf8.count <= 2, let lemma = script(text) else { continue }
      let known = UInt64(lexicon[WordForm.key(of: lemma)]) & 0xF
      if known != 0 { features.add(20, UInt64(number), known, tag) }
    }
  }

  /// Replaces what `features` holds.
  package static func inflection(_ word: Int, _ tree: SentenceTree, into features: inout FeatureList) {
    features.removeAll()
    let this = tree.forms.words[word]
    let tag = UInt64(tree.forms.tags[word])
    let relation = UInt64(tree.relations[word])
    features.add(1, tag)
    features.add(2, this.lower)
    features.add(3, this.lower, tag)
    features.add(4, this.suffix2, tag)
    features.add(5, this.suffix3, tag)
    features.add(6, this.shape, tag)
    features.add(7, this.lexicon & 0x1FFF, tag)
    features.add(8, relation, tag)
    features.add(9, tree.forms.words[word - 1].lower, tag)
    features.add(10, UInt64(tree.forms.tags[word - 1]), tag, UInt64(tree.forms.tags[word + 1]))
    features.add(11, this.lower, relation)
    features.add(12, this.lower, tree.forms.words[word + 1].lower)
    // Verbs agree with their subjects, auxiliaries with their verb's.
    let head = tree.heads[word]
    let verb = head == tree.count ? word : head
    for (number, clause) in [word, verb].enumerated() where number == 0 || clause != word {
      var kinds: UInt64 = 0
      for child in tree.children(of: clause) {
        kinds |= 1 << UInt64(tree.relations[child] & 63)
        let template = 20 + 10 * UInt64(number)
        features.add(template, UInt64(tree.relations[child]), UInt64(tree.forms.tags[child]), tag)
        features.add(template + 1, UInt64(tree.relations[child]), tree.forms.words[child].lower, tag)
      }
      features.add(40 + UInt64(number), kinds, tag)
    }
    guard head < tree.count else { return }
    features.add(50, UInt64(tree.forms.tags[head]), relation, tag)
    features.add(51, tree.forms.words[head].lower, relation, tag)
  }
}
