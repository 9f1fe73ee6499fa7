import Graph
import Linguistics

/// The mention model, and what it would find in articles that it has not seen.
struct MentionStudy {
  private let models: SyntaxModels
  private let articles: [MarkedArticle]
  private let options: Options
  private let treebank: [[MentionExample]]
  private let marked: [[MentionExample]]

  init(_ models: SyntaxModels, _ documents: [TreebankDocument], _ articles: [MarkedArticle], _ options: Options) {
    self.models = models
    self.articles = articles
    self.options = options
    let training = MentionTraining(models)
    treebank = documents.map { training.examples($0) }
    marked = articles.map { training.examples($0) }
  }

  func train() -> [UInt8] { train(marked) }

  private func train(_ articles: [[MentionExample]]) -> [UInt8] {
    MentionTraining.train(documents: treebank, articles: articles, options.mentions)
  }

  /// JSON Lines of the mentions of all articles: each by a model that was trained on the others' fifths.
  func crossValidated(_ syntax: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    let foldCount = 5
    var lines = [String](repeating: "", count: articles.count)
    for fold in 0..<foldCount {
      let mentions = train(marked.indices.filter { $0 % foldCount != fold }.map { marked[$0] })
      let archive = OpenArchive(ModelArchive.bytes(syntax.filter { $0.name != "mentions" } + [("mentions", mentions)]))
      let models = SyntaxModels(archive.archive)!
      for index in articles.indices where index % foldCount == fold {
        let article = articles[index]
        lines[index] = Self.lines(article.id, article.bytes, article.blocks, models)
      }
    }
    return Array(lines.joined().utf8)
  }

  /// JSON Lines of the mentions of all articles by one set of models.
  func lines(_ models: SyntaxModels) -> [UInt8] {
    Array(articles.map { Self.lines($0.id, $0.bytes, $0.blocks, models) }.joined().utf8)
  }

  /// The same of treebank documents, read from their plain text.
  static func lines(_ documents: [TreebankDocument], _ models: SyntaxModels) -> [UInt8] {
    Array(documents.map { lines($0.id, $0.bytes, $0.paragraphs.map { [$0] }, models) }.joined().utf8)
  }

  private static let names: [NominalType: String] = [
    .person: "Person", .organization: "Organization", .place: "Place", .time: "Date", .event: "Event",
  ]

  private static func lines(_ id: String, _ bytes: [UInt8], _ blocks: [[Range<Int>]], _ models: SyntaxModels) -> String {
    var scalars: [Int] = []
    var count = 0
    for byte in bytes {
      if byte & 0xC0 != 0x80 { count += 1 }
      scalars.append(count - 1)
    }
    scalars.append(count)
    var lines = ""
    bytes.withUnsafeBufferPointer { buffer in
      let reading = models.read(buffer, blocks: blocks)
      for (number, mention) in reading.mentions.enumerated() {
        guard let type = names[mention.type] else { continue }
        let (begin, end) = (reading.words[mention.words.lowerBound].begin, reading.words[mention.words.upperBound - 1].end)
        let text = String(decoding: bytes[begin..<end], as: UTF8.self)
        lines += "{\"kind\":\"mention\",\"document\":\(Value.string(id).json),\"begin\":\(scalars[begin])"
        lines +=
          ",\"end\":\(scalars[end - 1] + 1),\"type\":\"\(type)\",\"text\":\(Value.string(text).json),\"entity\":\"e\(number)\"}\n"
      }
    }
    return lines
  }
}
