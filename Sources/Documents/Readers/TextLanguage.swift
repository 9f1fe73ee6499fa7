/// Which language a text is written in: by its script, or in Latin letters by the small words that each language has most of.
/// Rules for English find persons and events in a French text that are none; so it must be known before.
struct TextLanguage {
  /// So many letters or words tell enough.
  private static let sampleCount = 600
  /// Fewer of its small words may be names and quotations.
  private static let fewestWords = 4

  private var wordCount = 0
  private var englishCount = 0
  private var counts = [Int](repeating: 0, count: FunctionWords.others.count)
  private var letters: [Script: Int] = [:]
  private var letterCount = 0
  private var marks = Set<UInt32>()

  private enum Script: String {
    case latin, cyrillic, greek, arabic, hebrew, devanagari, thai, han, kana, hangul, armenian, georgian, ethiopic
  }

  /// The BCP 47 tag of what a text is written in; nil where it is too short to tell. Complexity: in the first blocks, up to
  /// the one that makes the sample full.
  static func tag(of layout: TextLayout) -> String? {
    var sample = TextLanguage()
    for block in layout.blocks where sample.wordCount < sampleCount && sample.letterCount < sampleCount * 8 {
      sample.read(String(decoding: layout.bytes[block.span.begin..<block.span.end], as: UTF8.self))
    }
    return sample.tag
  }

  private mutating func read(_ text: String) {
    var word = ""
    for scalar in text.unicodeScalars {
      if let script = Self.script(of: scalar.value) {
        letters[script, default: 0] += 1
        letterCount += 1
        if script != .latin { marks.insert(scalar.value) }
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        count(word.lowercased())
        word = ""
      }
    }
    if !word.isEmpty { count(word.lowercased()) }
  }

  private mutating func count(_ word: String) {
    wordCount += 1
    if FunctionWords.english.contains(word) { englishCount += 1 }
    for language in FunctionWords.languages[word] ?? [] { counts[language] += 1 }
  }

  private var tag: String? {
    guard let script = letters.max(by: { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }), script.value >= 12 else {
      return nil
    }
    if script.key != .latin, script.value * 2 > letterCount { return Self.tag(of: script.key, letters, marks) }
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] >= Self.fewestWords,
      counts[best] > 2 * englishCount
    else { return englishCount >= Self.fewestWords ? "en" : nil }
    return FunctionWords.others[best].tag
  }

  private static func tag(of script: Script, _ letters: [Script: Int], _ marks: Set<UInt32>) -> String {
    switch script {
    case .latin: "und"
    // і ї є ґ
    case .cyrillic: marks.isDisjoint(with: [0x456, 0x457, 0x454, 0x491]) ? "ru" : "uk"
    case .greek: "el"
    // پ چ ژ گ
    case .arabic: marks.isDisjoint(with: [0x67E, 0x686, 0x698, 0x6AF]) ? "ar" : "fa"
    case .hebrew: "he"
    case .devanagari: "hi"
    case .thai: "th"
    case .han: letters[.kana] ?? 0 > 0 ? "ja" : "zh"
    case .kana: "ja"
    case .hangul: "ko"
    case .armenian: "hy"
    case .georgian: "ka"
    case .ethiopic: "am"
    }
  }

  /// Nil for what is no letter. The ranges are Unicode's blocks.
  private static func script(of scalar: UInt32) -> Script? {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x530...0x58F: .armenian
    case 0x590...0x5FF: .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: .arabic
    case 0x900...0x97F: .devanagari
    case 0xE00...0xE7F: .thai
    case 0x10A0...0x10FF: .georgian
    case 0x1200...0x137F: .ethiopic
    case 0x3040...0x30FF: .kana
    case 0x3400...0x9FFF: .han
    case 0xAC00...0xD7A3: .hangul
    default: nil
    }
  }
}
