import Glibc
import Documents
import Graph
import Linguistics

/// Trains the models that the program carries and writes them as one archive:
///
///     TrainModels CORPORA WORDNET LISTS OUTPUT
///
/// The same corpora, the same WordNet and the same lists give the same bytes. `lists-to=LISTS` writes the program's lists as they
/// are and trains with them.
@main
struct TrainModels {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 4 else {
      report("usage: TrainModels CORPORA WORDNET LISTS OUTPUT [NAME=VALUE …]")
      exit(64)
    }
    let options = Options(arguments.dropFirst(4))
    if let path = options.listsTo { write(WordLists.present.bytes, to: path) }
    let lists = WordLists(read(arguments[2]))
    let documents = TreebankReader.read(read(arguments[0] + "/gum/train.conllu"))
    report("\(documents.count) documents, \(documents.reduce(0) { $0 + $1.words.count }) words")
    var contents: [(name: String, bytes: [UInt8])]
    let wordNet = WordNet(folder: arguments[1])
    if let path = options.syntaxFrom {
      contents = ModelArchive.contents(of: OpenArchive(read(path)).archive).filter {
        !["mentions", "organizations", "senses"].contains($0.name)
      }
    } else {
      let lexicon = LexiconTable.bytes(wordNet, lists: lists.traits)
      contents = SyntaxTraining(documents, lexicon: lexicon).train(options.plan)
    }
    let organizations = lists.organizations.map { (WordForm.key(of: $0), UInt32(1)) }
    contents.append(("organizations", WordTable.bytes(organizations)))
    contents.append(("senses", SenseTable.bytes(wordNet)))
    let syntax = OpenArchive(ModelArchive.bytes(contents))
    let articles = MarkedArticle.read(read(arguments[0] + "/re3d/visible.jsonl"))
    let study = MentionStudy(SyntaxModels(syntax.archive)!, documents, articles, options)
    report("mentions")
    contents.append(("mentions", study.train()))
    for (name, bytes) in contents { report("\(name): \(bytes.count) bytes") }
    let bytes = ModelArchive.bytes(contents)
    write(bytes, to: arguments[3])
    report("\(bytes.count) bytes written to \(arguments[3])")
    if let path = options.seenTo {
      write(MentionStudy.lines(articles.map { ($0.id, $0.bytes) }, SyntaxModels(OpenArchive(bytes).archive)!), to: path)
    }
    if let path = options.crossTo { write(study.crossValidated(contents), to: path) }
    let models = SyntaxModels(OpenArchive(bytes).archive)!
    if let path = options.developmentTo {
      let texts = ["dev", "dev-sharealike"].flatMap { TreebankReader.read(read(arguments[0] + "/gum/\($0).conllu")) }
      write(MentionStudy.lines(texts.map { ($0.id, $0.bytes) }, models), to: path)
    }
    for name in ["dev", "dev-sharealike"] {
      report("\(name): " + SyntaxScore(models, TreebankReader.read(read(arguments[0] + "/gum/\(name).conllu"))).description)
    }
  }
}

/// What may be varied for study; the defaults make the models that ship.
struct Options {
  var plan = SyntaxTraining.Plan()
  /// An archive whose tagger and parsers are kept.
  var syntaxFrom: String?
  /// Where to write the program's word lists before they are read.
  var listsTo: String?
  /// Where to write, as JSON Lines, what is found in each article by a model that has not seen it.
  var crossTo: String?
  /// How many parts the articles are in for it.
  var crossFolds = 10
  /// The same by the models that are written.
  var seenTo: String?
  /// The mentions in the treebank's development documents, from their plain text.
  var developmentTo: String?
  var mentions = MentionTraining.Plan()

  init(_ arguments: some Sequence<String>) {
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      let number = Int(parts[1]) ?? 0
      switch parts[0] {
      case "tag-rounds": plan.tagRounds = number
      case "tag-margin": plan.tagMargin = number
      case "tag-least": plan.tagLeastMoves = Float(number)
      case "parser-rounds": plan.parserRounds = number
      case "voters": plan.voterCount = number
      case "folds": plan.foldCount = number
      case "tag-rows": plan.tagRows = number
      case "parser-rows": plan.parserRows = number
      case "morphology-rounds": plan.morphologyRounds = number
      case "morphology-rows": plan.morphologyRows = number
      case "arc-rounds": plan.revision.arcRounds = number
      case "relation-rounds": plan.revision.relationRounds = number
      case "relation-rows": plan.revision.relationRows = number
      case "relation-least": plan.revision.relationLeastWeight = number
      case "lists-to": listsTo = parts[1]
      case "syntax-from": syntaxFrom = parts[1]
      case "cross-to": crossTo = parts[1]
      case "cross-folds": crossFolds = number
      case "seen-to": seenTo = parts[1]
      case "development-to": developmentTo = parts[1]
      case "document-limit": mentions.documentLimit = number
      case "article-limit": mentions.articleLimit = number
      case "article-percent": mentions.articleWeight = Float(number) / 100
      case "event-bias": mentions.eventBias = Float(number) / 100
      case "mention-bags": mentions.bagCount = number
      case "bag-percent": mentions.bagShare = Float(number) / 100
      case "dropout-percent": mentions.dropout = Float(number) / 100
      case "mention-rounds": mentions.rounds = number
      case "mention-rows": mentions.rowLimit = number
      default: report("no such option: \(parts[0])")
      }
    }
  }
}

/// An archive in memory that lives as long as the program.
struct OpenArchive {
  let archive: ModelArchive

  init(_ bytes: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    memory.copyBytes(from: bytes)
    guard let archive = ModelArchive(UnsafeRawBufferPointer(memory)) else {
      report("expected an archive of models")
      exit(65)
    }
    self.archive = archive
  }
}

/// A line on standard error, with the seconds of the processor so far.
func report(_ text: String) {
  let seconds = Double(clock()) / Double(CLOCKS_PER_SEC)
  let line = Array("\(Int(seconds)) s: \(text)\n".utf8)
  _ = Glibc.write(2, line, line.count)
}

func read(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else {
    report("cannot read \(path)")
    exit(66)
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
  defer { buffer.deallocate() }
  while case let count = fread(buffer.baseAddress, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  return bytes
}

func write(_ bytes: [UInt8], to path: String) {
  guard let file = fopen(path, "wb"), fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0 else {
    report("cannot write \(path)")
    exit(74)
  }
}
