import Linguistics

/// A document of a treebank in CoNLL-U: its text, put together again from the words, and its sentences as ranges of them.
struct TreebankDocument {
  var id: String
  var bytes: [UInt8] = []
  var words: [TreebankWord] = []
  var sentences: [Range<Int>] = []
  /// Byte ranges of the paragraphs.
  var paragraphs: [Range<Int>] = []
}

struct TreebankWord {
  var begin: Int
  var end: Int
  var lemma: String
  var universalTag: String
  var tag: String
  /// Morphological features, `_` for none.
  var features: String
  /// Index into the sentence's words; its count for the root.
  var head: Int
  var relation: String
  /// The Entity field of MISC.
  var entity: String
}

/// Reads CoNLL-U. Sentences are joined by a blank, paragraphs by an empty line.
struct TreebankReader {
  private var documents: [TreebankDocument] = []
  private var opensParagraph = false
  private var sentenceStart = 0
  private var pending: (last: Int, begin: Int, form: [UInt8], at: Int)?

  static func read(_ text: [UInt8]) -> [TreebankDocument] {
    var reader = TreebankReader()
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) { reader.line(line) }
    reader.endSentence()
    return reader.documents.map(Self.withParagraphs)
  }

  private mutating func line(_ line: ArraySlice<UInt8>) {
    if line.starts(with: Array("# newdoc id = ".utf8)) {
      documents.append(TreebankDocument(id: String(decoding: line.dropFirst(14), as: UTF8.self)))
      opensParagraph = false
      sentenceStart = 0
    } else if line.starts(with: Array("# newpar".utf8)) {
      if !line.starts(with: Array("# newpar_block".utf8)) { opensParagraph = true }
    } else if line.first == UInt8(ascii: "#") {
      return
    } else if line.isEmpty {
      endSentence()
    } else {
      word(line.split(separator: 0x09, omittingEmptySubsequences: false))
    }
  }

  private mutating func endSentence() {
    guard let last = documents.indices.last, documents[last].words.count > sentenceStart else { return }
    documents[last].sentences.append(sentenceStart..<documents[last].words.count)
    sentenceStart = documents[last].words.count
    pending = nil
  }

  private mutating func word(_ columns: [ArraySlice<UInt8>]) {
    if columns[0].contains(0x2E) { return }
    if documents.isEmpty { documents.append(TreebankDocument(id: "document")) }
    let last = documents.count - 1
    if documents[last].words.count == sentenceStart, pending == nil { beginSentence(last) }
    let fields = columns.map { String(decoding: $0, as: UTF8.self) }
    let misc = fields[9].split(separator: "|").map(String.init)
    let blank: [UInt8] = misc.contains("SpaceAfter=No") ? [] : [0x20]
    let begin = documents[last].bytes.count
    if fields[0].contains("-") {
      documents[last].bytes += Array(columns[1]) + blank
      pending = (Int(fields[0].split(separator: "-")[1])!, begin, Array(columns[1]), 0)
      return
    }
    var span = begin..<(begin + columns[1].count)
    if let whole = pending, Int(fields[0])! <= whole.last {
      span = part(Array(columns[1]), of: whole)
    } else {
      pending = nil
      documents[last].bytes += Array(columns[1]) + blank
    }
    documents[last].words.append(
      TreebankWord(
        begin: span.lowerBound, end: span.upperBound, lemma: fields[2], universalTag: fields[3], tag: fields[4],
        features: fields[5],
        head: (Int(fields[6]) ?? 0) - 1, relation: fields[7],
        entity: misc.first { $0.hasPrefix("Entity=") }.map { String($0.dropFirst(7)) } ?? ""))
  }

  private mutating func beginSentence(_ last: Int) {
    if !documents[last].bytes.isEmpty, opensParagraph {
      while documents[last].bytes.last == 0x20 { documents[last].bytes.removeLast() }
      documents[last].bytes += [0x0A, 0x0A]
    }
    opensParagraph = false
  }

  /// Where a word of a contracted one stands in it; the whole for one that is not spelt out.
  private mutating func part(_ form: [UInt8], of whole: (last: Int, begin: Int, form: [UInt8], at: Int)) -> Range<Int> {
    guard form.count <= whole.form.count else { return whole.begin..<(whole.begin + whole.form.count) }
    for at in stride(from: whole.at, through: whole.form.count - form.count, by: 1)
    where whole.form[at..<(at + form.count)].elementsEqual(form) {
      pending!.at = at + form.count
      return (whole.begin + at)..<(whole.begin + at + form.count)
    }
    return whole.begin..<(whole.begin + whole.form.count)
  }

  /// Heads within sentences, root as the sentence's count; paragraphs from the empty lines.
  private static func withParagraphs(_ document: TreebankDocument) -> TreebankDocument {
    var document = document
    for sentence in document.sentences {
      for word in sentence where document.words[word].head < 0 { document.words[word].head = sentence.count }
    }
    var begin = 0
    var index = 0
    while index + 1 < document.bytes.count {
      if document.bytes[index] == 0x0A, document.bytes[index + 1] == 0x0A {
        document.paragraphs.append(begin..<index)
        begin = index + 2
        index += 1
      }
      index += 1
    }
    document.paragraphs.append(begin..<document.bytes.count)
    return document
  }
}
