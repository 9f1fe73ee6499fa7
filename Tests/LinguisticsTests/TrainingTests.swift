import Testing

@testable import Linguistics
@testable import TrainModels

@Suite struct TrainingTests {
  /// Three short sentences of our own, ten times over with changed names.
  private static let treebank: [UInt8] = {
    let sentences = [
      [
        ("The", "DET|DT", 2, "det"), ("dog", "NOUN|NN", 3, "nsubj"), ("barks", "VERB|VBZ", 0, "root"),
        (".", "PUNCT|.", 3, "punct"),
      ],
      [
        ("NAME", "PROPN|NNP", 2, "nsubj"), ("saw", "VERB|VBD", 0, "root"), ("the", "DET|DT", 4, "det"),
        ("cat", "NOUN|NN", 2, "obj"), (".", "PUNCT|.", 2, "punct"),
      ],
      [
        ("The", "DET|DT", 3, "det"), ("old", "ADJ|JJ", 3, "amod"), ("man", "NOUN|NN", 4, "nsubj"),
        ("sleeps", "VERB|VBZ", 0, "root"), (".", "PUNCT|.", 4, "punct"),
      ],
    ]
    var text = ""
    for (round, name) in ["Ann", "Bob", "Eve", "Tom", "Kim", "Lea", "Max", "Zoe", "Ida", "Uwe"].enumerated() {
      text += "# newdoc id = own\(round)\n"
      for sentence in sentences {
        for (index, word) in sentence.enumerated() {
          let form = word.0 == "NAME" ? name : word.0
          let tags = word.1.split(separator: "|")
          let entity = word.0 == "NAME" ? "Entity=(1-person)" : "_"
          text += "\(index + 1)\t\(form)\t_\t\(tags[0])\t\(tags[1])\t_\t\(word.2)\t\(word.3)\t_\t\(entity)\n"
        }
        text += "\n"
      }
    }
    return Array(text.utf8)
  }()

  private static func trained() -> [UInt8] {
    let documents = TreebankReader.read(treebank)
    var plan = SyntaxTraining.Plan()
    // What is so small and so regular is learnt at the first move.
    (plan.tagRounds, plan.parserRounds, plan.foldCount) = (4, 4, 2)
    (plan.tagLeastMoves, plan.leastMoves) = (1, 1)
    return ModelArchive.bytes(SyntaxTraining(documents, lexicon: WordTable.bytes([])).train(plan))
  }

  @Test func `training gives the same bytes each time, and the models know their own sentences`() throws {
    let bytes = Self.trained()
    #expect(bytes == Self.trained())
    let models = try #require(SyntaxModels(OpenArchive(bytes).archive))
    let score = SyntaxScore(models, TreebankReader.read(Self.treebank))
    #expect(score.words == 140)
    #expect(score.universalTags == 140)
    #expect(score.relations >= 130)
  }

  @Test func `a log-linear model learns what is allowed, be it several classes`() {
    // Feature 0 allows the first class, feature 1 all but the first; feature 2 is everywhere and tells nothing.
    let examples = (0..<200).map { number in
      LogLinearTraining.Example(features: [Int32(number % 2), 2], allowed: number % 2 == 0 ? 1 : 0b110, weight: 1)
    }
    var training = LogLinearTraining(classCount: 3, featureCount: 3)
    training.train(examples, rounds: 4, seed: 1)
    let weights = training.averages
    #expect(weights[0] > weights[1] && weights[0] > weights[2])
    #expect(weights[3] < weights[4] && weights[3] < weights[5])
    #expect(weights.allSatisfy { $0.isFinite })
  }

  @Test func `what is hidden at times in training is not counted twice afterwards`() {
    let examples = (0..<400).map { number in
      LogLinearTraining.Example(features: [Int32(number % 2)], allowed: number % 2 == 0 ? 1 : 2, weight: 1)
    }
    func weights(dropout: Float) -> [Float] {
      var training = LogLinearTraining(classCount: 2, featureCount: 2, dropout: dropout)
      training.train(examples, rounds: 6, seed: 1)
      return training.averages
    }
    // An example whose only feature is hidden teaches nothing, so that the weights differ by the share that is shown alone.
    let (all, half) = (weights(dropout: 0), weights(dropout: 0.5))
    for (whole, hidden) in zip(all, half) { #expect(abs(hidden / whole - 0.5) < 0.1) }
  }

  /// Articles and documents of nominals with one feature each: one in all of them a person, another in one article alone a place.
  @Test func `a feature of too few articles tells nothing of a mention`() throws {
    let (often, rarely) = (WordForm.key(of: "often"), WordForm.key(of: "rarely"))
    func example(_ key: UInt64, _ type: NominalType) -> MentionExample {
      MentionExample(keys: [key], allowed: 1 << UInt32(type.rawValue))
    }
    let common = [MentionExample](repeating: example(often, .person), count: 20)
    let documents = [common, common + [example(rarely, .person)], [example(rarely, .person)]]
    let articles = [common, common, common, common + [MentionExample](repeating: example(rarely, .place), count: 20)]
    func type(of key: UInt64, articleLimit: Int) throws -> NominalType? {
      var plan = MentionTraining.Plan()
      plan.articleLimit = articleLimit
      plan.bagShare = 1
      let bytes = MentionTraining.train(documents: documents, articles: articles, plan)
      return try bytes.withUnsafeBytes { bytes in
        let model = try #require(LinearModel(bytes))
        var scores = [Int32](repeating: 0, count: model.classCount)
        var list = FeatureList(capacity: 1)
        list.replace(with: [key])
        model.score(list, into: &scores)
        return NominalType(rawValue: UInt8(LinearModel.best(&scores, model.classCount)))
      }
    }
    #expect(try type(of: often, articleLimit: 4) == .person)
    #expect(try type(of: rarely, articleLimit: 1) == .place)
    #expect(try type(of: rarely, articleLimit: 2) == .person)
  }

  @Test func `a treebank's text is put together from its words, contracted ones too`() throws {
    let rows = """
      # newdoc id = d
      1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
      1\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_
      2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\tSpaceAfter=No
      3\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_

      # newpar
      1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_

      """
    let document = try #require(TreebankReader.read(Array(rows.utf8)).first)
    #expect(String(decoding: document.bytes, as: UTF8.self) == "don't ! \n\nGo ".replacing(" \n", with: "\n"))
    #expect(document.sentences.count == 2)
    #expect(document.paragraphs.count == 2)
    #expect(document.words[1].begin == 2 && document.words[1].end == 5)
  }
}
