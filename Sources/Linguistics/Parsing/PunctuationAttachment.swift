/// Where marks hang in a tree: after the rules by which Universal Dependencies' English treebanks were made uniform (udapi's
/// FixPunct). Marks that come in pairs hang on the head of what they enclose, a sentence's last on the root; any other hangs on
/// the highest word of the part that it sets off, so that no arc crosses it.
struct PunctuationAttachment {
  private let count: Int
  /// A word is a mark.
  private let isMark: [Bool]
  private let forms: SentenceForms
  /// −1 for the root. Marks have no head yet.
  private var heads: [Int]
  private var leftmost: [Int]
  private var rightmost: [Int]

  /// `heads` of the words that are no marks are a tree over them; `count` is the root.
  static func attach(_ forms: SentenceForms, isMark: [Bool], heads: inout [Int]) {
    var attachment = PunctuationAttachment(forms, isMark, heads)
    heads = attachment.attached().map { $0 < 0 ? forms.count : $0 }
  }

  private init(_ forms: SentenceForms, _ isMark: [Bool], _ heads: [Int]) {
    self.forms = forms
    self.isMark = isMark
    count = forms.count
    self.heads = heads.map { $0 == forms.count ? -1 : $0 }
    leftmost = Array(0..<count)
    rightmost = Array(0..<count)
    for word in 0..<count where !isMark[word] {
      var above = self.heads[word]
      while above >= 0 {
        leftmost[above] = min(leftmost[above], word)
        rightmost[above] = max(rightmost[above], word)
        above = self.heads[above]
      }
    }
  }

  private mutating func attached() -> [Int] {
    var result = heads
    guard isMark.contains(false) else {
      // Nothing but marks: the first is the root.
      return (0..<count).map { $0 == 0 ? -1 : 0 }
    }
    var paired = [Bool](repeating: false, count: count)
    for (opening, closing) in pairs() {
      guard let head = head(between: opening, closing) else { continue }
      (result[opening], result[closing]) = (head, head)
      (paired[opening], paired[closing]) = (true, true)
      widen(head, to: opening, closing)
    }
    for mark in 0..<count where isMark[mark] && !paired[mark] { result[mark] = host(of: mark) }
    return result
  }

  /// A pair of marks belongs to what hangs on its head: other marks between the two stay there.
  private mutating func widen(_ head: Int, to opening: Int, _ closing: Int) {
    var above = head
    while above >= 0 {
      leftmost[above] = min(leftmost[above], opening)
      rightmost[above] = max(rightmost[above], closing)
      above = heads[above]
    }
  }

  private func pairs() -> [(Int, Int)] {
    var open: [Int] = []
    var pairs: [(Int, Int)] = []
    for mark in 0..<count where isMark[mark] {
      let form = forms.words[mark].lower
      if let place = open.lastIndex(where: { Marks.closing[forms.words[$0].lower] == form }), mark - open[place] > 1 {
        pairs.append((open[place], mark))
        open.removeSubrange(place...)
      } else if Marks.closing[form] != nil {
        open.append(mark)
      }
    }
    return pairs
  }

  /// The highest word between two marks whose head lies outside; the first of equals.
  private func head(between opening: Int, _ closing: Int) -> Int? {
    (opening + 1..<closing).filter { !isMark[$0] && !(opening < heads[$0] && heads[$0] < closing) }
      .min { depth($0) < depth($1) }
  }

  private func depth(_ word: Int) -> Int {
    var (at, depth) = (word, 0)
    while heads[at] >= 0 { (at, depth) = (heads[at], depth + 1) }
    return depth
  }

  private func host(of mark: Int) -> Int {
    var left = mark - 1
    while left >= 0, isMark[left] { left -= 1 }
    var right = mark + 1
    while right < count, isMark[right] { right += 1 }
    if right == count || Marks.final.contains(forms.words[mark].lower) { right = -1 }
    if left >= 0 {
      while heads[left] >= 0, heads[left] < mark, rightmost[left] < mark { left = heads[left] }
    }
    if right >= 0 {
      while heads[right] > mark, leftmost[right] > mark { right = heads[right] }
    }
    if left < 0 || right < 0 { return max(left, right) >= 0 ? max(left, right) : firstWord }
    return isBelow(left, right) ? left : right
  }

  private var firstWord: Int { isMark.firstIndex(of: false) ?? 0 }

  private func isBelow(_ word: Int, _ other: Int) -> Bool {
    var at = word
    while at >= 0 {
      if at == other { return true }
      at = heads[at]
    }
    return false
  }
}

/// Marks by the key of their form.
enum Marks {
  static let final = Set([".", "!", "?", "…", "...", "?!"].map { WordForm.key(of: $0) })
  /// Opening mark → closing mark. Curly marks are read as straight ones.
  static let closing: [UInt64: UInt64] = Dictionary(
    uniqueKeysWithValues: [
      ("(", ")"), ("[", "]"), ("{", "}"), ("\"", "\""), ("'", "'"), ("„", "”"), ("«", "»"), ("``", "''"),
    ].map { (WordForm.key(of: $0.0), WordForm.key(of: $0.1)) })
}
