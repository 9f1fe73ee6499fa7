import Documents
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

  /// JSON Lines of all that the program finds in the articles, each read by models that were trained on the others' parts only.
  func crossValidated(_ syntax: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    let foldCount = options.crossFolds
    var lines = [[UInt8]](repeating: [], count: articles.count)
    for fold in 0..<foldCount {
      let mentions = train(marked.indices.filter { $0 % foldCount != fold }.map { marked[$0] })
      let archive = OpenArchive(ModelArchive.bytes(syntax.filter { $0.name != "mentions" } + [("mentions", mentions)]))
      let models = SyntaxModels(archive.archive)!
      for index in articles.indices where index % foldCount == fold {
        lines[index] = Self.lines([(articles[index].id, articles[index].bytes)], models)
      }
    }
    return Array(lines.joined())
  }

  /// JSON Lines of all that the program finds in texts with one set of models.
  static func lines(_ texts: [(id: String, bytes: [UInt8])], _ models: SyntaxModels) -> [UInt8] {
    let pipeline = ReadingPipeline.standard(by: models)
    var lines: [UInt8] = []
    for (id, bytes) in texts {
      let options = DocumentOptions(format: .text)
      guard let document = try? DocumentReader().read(bytes, named: id, options: options) else { continue }
      lines += MentionExport().jsonLines(pipeline.read(document), documentID: id).utf8
    }
    return lines
  }
}
