import Graph
import Linguistics

/// The mention model, and what it would find in articles that it has not seen.
struct MentionStudy {
  private let models: SyntaxModels
  private let articles: [MarkedArticle]
  private let options: Options
  private let treebank: [MentionExample]
  private let marked: [[MentionExample]]

  init(_ models: SyntaxModels, _ documents: [TreebankDocument], _ articles: [MarkedArticle], _ options: Options) {
    self.models = models
    self.articles = articles
    self.options = options
    let training = MentionTraining(models)
    treebank = documents.flatMap { training.examples($0) }
    marked = articles.map { options.usesArticles == 0 ? [] : training.examples($0, isLexical: options.usesArticles == 2) }
  }

  func train() -> [UInt8] { train(marked) }

  private func train(_ articles: [[MentionExample]]) -> [UInt8] {
    MentionTraining.train(
      treebank: treebank, articles: articles, articleLimit: options.articleLimit, rounds: options.mentionRounds,
      rowLimit: options.mentionRows)
  }

  /// JSON Lines of the mentions of all articles: each by a model that was trained on the others' fifths.
  func crossValidated(_ syntax: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    let foldCount = 5
    var lines = [String](repeating: "", count: articles.count)
    for fold in 0..<foldCount {
      let mentions = train(marked.indices.filter { $0 % foldCount != fold }.map { marked[$0] })
      let archive = OpenArchive(ModelArchive.bytes(syntax.filter { $0.name != "mentions" } + [("mentions", mentions)]))
      let models = SyntaxModels(archive.archive)!
      for index in articles.indices where index % foldCount == fold { lines[index] = Self.lines(articles[index], models) }
    }
    return Array(lines.joined().utf8)
  }

  /// JSON Lines of the mentions of all articles by one set of models.
  func lines(_ models: SyntaxModels) -> [UInt8] { Array(articles.map { Self.lines($0, models) }.joined().utf8) }

  private static func lines(_ article: MarkedArticle, _ models: SyntaxModels) -> String {
    var scalars: [Int] = []
    var count = 0
    for byte in article.bytes {
      if byte & 0xC0 != 0x80 { count += 1 }
      scalars.append(count - 1)
    }
    scalars.append(count)
    var lines = ""
    article.bytes.withUnsafeBufferPointer { bytes in
      let reading = models.read(bytes, blocks: article.blocks)
      for (number, mention) in reading.mentions.enumerated() {
        guard
          let type = ["person": "Person", "organization": "Organization", "place": "Place", "time": "Date"]["\(mention.type)"]
        else {
          continue
        }
        let (begin, end) = (reading.words[mention.words.lowerBound].begin, reading.words[mention.words.upperBound - 1].end)
        let text = String(decoding: article.bytes[begin..<end], as: UTF8.self)
        lines += "{\"kind\":\"mention\",\"document\":\(Value.string(article.id).json),\"begin\":\(scalars[begin])"
        lines +=
          ",\"end\":\(scalars[end - 1] + 1),\"type\":\"\(type)\",\"text\":\(Value.string(text).json),\"entity\":\"e\(number)\"}\n"
      }
    }
    return lines
  }
}
