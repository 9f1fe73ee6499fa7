/// What the parser looks at: the templates of Zhang & Nivre (2011) – words and tags on top of the stack and in front of the
/// buffer, their heads and children, distance, valency and sets of relations – and what lies between the two.
package enum ParserFeatures {
  private struct Node {
    var word: UInt64
    var tag: UInt64
    var relation: UInt64 = 0
  }

  @inline(__always)
  private static func node(_ state: ParserState, _ sentence: SentenceForms, _ index: Int) -> Node {
    if index < 0 { return Node(word: 2, tag: 254) }
    if index >= state.count { return Node(word: 3, tag: index == state.count ? 253 : 254) }
    return Node(
      word: sentence.words[index].lower, tag: UInt64(sentence.tags[index]), relation: UInt64(state.relations[index]) + 1)
  }

  @inline(__always)
  private static func distance(_ gap: Int) -> UInt64 {
    gap < 5 ? UInt64(gap) : gap < 7 ? 5 : gap < 11 ? 6 : 7
  }

  /// Which kinds of words lie between, as bits of their tags. Looks at most at sixteen.
  @inline(__always)
  static func between(_ sentence: SentenceForms, _ low: Int, _ high: Int) -> UInt64 {
    var set: UInt64 = 0
    var index = max(low + 1, high - 16)
    while index < high {
      set |= 1 << UInt64(sentence.tags[index] & 63)
      index &+= 1
    }
    return set
  }

  /// Which marks lie between two words, at most sixteen words before the second.
  @inline(__always)
  static func marks(_ sentence: SentenceForms, _ low: Int, _ high: Int) -> UInt64 {
    var set: UInt64 = 0
    var index = max(low + 1, high - 16)
    while index <= high {
      let marks = sentence.words[index].marksBefore
      if marks != 0 { set |= 1 << (marks & 63) }
      index &+= 1
    }
    return set
  }

  package static func extract(_ state: ParserState, _ sentence: SentenceForms, into features: inout FeatureList) {
    let s0 = state.stackCount > 0 ? state.top : -1
    let n0 = state.next
    let S0 = node(state, sentence, s0)
    let S1 = node(state, sentence, state.stackCount > 1 ? Int(state.stack[state.stackCount &- 2]) : -1)
    let N0 = node(state, sentence, n0)
    let N1 = node(state, sentence, n0 &+ 1)
    let N2 = node(state, sentence, n0 &+ 2)
    words(S0, S1, N0, N1, N2, into: &features)
    let (marks0, marks1) = (
      sentence.words[min(n0, state.count)].marksBefore, sentence.words[min(n0 &+ 1, state.count)].marksBefore
    )
    features.add(100, marks0, S0.tag, N0.tag)
    features.add(101, marks1, N0.tag, N1.tag, S0.tag)
    features.add(102, marks0, N0.word)
    features.add(103, marks1, S0.tag, N0.tag)
    features.add(104, marks0, marks1, N0.tag)
    features.add(105, marks0, N0.tag, N1.tag)
    let N0l = node(state, sentence, Int(state.left1[n0]))
    let N0l2 = node(state, sentence, Int(state.left2[n0]))
    features.add(40, N0l.word)
    features.add(41, N0l.tag)
    features.add(42, N0l.relation)
    features.add(43, N0l2.tag, N0l2.relation)
    features.add(44, N0.tag, N0l.tag, N0l2.tag)
    features.add(45, N0.word, UInt64(state.leftCount[n0]))
    features.add(46, N0.tag, UInt64(state.leftCount[n0]))
    features.add(47, N0.word, state.leftSet[n0])
    features.add(48, N0.tag, state.leftSet[n0])
    guard s0 >= 0 else { return }
    features.add(49, S0.tag, N0.tag, N0l.tag)
    stackTop(s0, S0, S1, N0, state, sentence, into: &features)
    let gap = distance(n0 &- s0)
    features.add(80, S0.word, gap)
    features.add(81, S0.tag, gap)
    features.add(82, N0.word, gap)
    features.add(83, N0.tag, gap)
    features.add(84, S0.word, N0.word, gap)
    features.add(85, S0.tag, N0.tag, gap)
    let set = between(sentence, s0, n0)
    features.add(106, sentence.words[s0 &+ 1].marksBefore, S0.tag, N0.tag)
    features.add(107, marks(sentence, s0, min(n0, state.count)), S0.tag, N0.tag)
    features.add(108, marks(sentence, s0, min(n0, state.count)), S0.tag, gap)
    features.add(86, S0.tag, N0.tag, set)
    features.add(87, set, S0.tag)
    let (top, front) = (sentence.words + s0, sentence.words + min(n0, state.count))
    features.add(88, top[0].suffix3, S0.tag, N0.tag)
    features.add(89, front[0].suffix3, S0.tag, N0.tag)
    let (topNoun, topVerb) = (WordLexicon.nounClass(top[0].lexicon), WordLexicon.verbClass(top[0].lexicon))
    let (frontNoun, frontVerb) = (WordLexicon.nounClass(front[0].lexicon), WordLexicon.verbClass(front[0].lexicon))
    features.add(90, topNoun, frontNoun, S0.tag, N0.tag)
    features.add(94, topVerb, frontVerb, S0.tag, N0.tag)
    features.add(95, topVerb, frontNoun, S0.tag, N0.tag)
    features.add(96, topNoun, frontVerb, S0.tag, N0.tag)
    features.add(97, topVerb, N0.word, S0.tag)
    features.add(98, topNoun, N0.word, S0.tag)
    features.add(99, frontNoun, S0.word, N0.tag)
    features.add(91, UInt64(top[-1].lower), S0.tag, N0.tag)
    features.add(92, UInt64(sentence.tags[s0 &+ 1]), S0.tag, N0.tag, UInt64(sentence.tags[n0 &- 1]))
    features.add(93, UInt64(sentence.tags[s0 &- 1]), S0.tag, N0.tag, UInt64(sentence.tags[n0 &- 1]))
  }

  @inline(__always)
  private static func words(_ S0: Node, _ S1: Node, _ N0: Node, _ N1: Node, _ N2: Node, into features: inout FeatureList) {
    features.add(1, S0.word, S0.tag)
    features.add(2, S0.word)
    features.add(3, S0.tag)
    features.add(4, N0.word, N0.tag)
    features.add(5, N0.word)
    features.add(6, N0.tag)
    features.add(7, N1.word, N1.tag)
    features.add(8, N1.word)
    features.add(9, N1.tag)
    features.add(10, N2.word, N2.tag)
    features.add(11, N2.word)
    features.add(12, N2.tag)
    features.add(13, S0.word, S0.tag, N0.word, N0.tag)
    features.add(14, S0.word, S0.tag, N0.word)
    features.add(15, S0.word, N0.word, N0.tag)
    features.add(16, S0.word, S0.tag, N0.tag)
    features.add(17, S0.tag, N0.word, N0.tag)
    features.add(18, S0.word, N0.word)
    features.add(19, S0.tag, N0.tag)
    features.add(20, N0.tag, N1.tag)
    features.add(21, N0.tag, N1.tag, N2.tag)
    features.add(22, S0.tag, N0.tag, N1.tag)
    features.add(23, S0.tag, N0.tag, N1.tag, N2.tag)
    features.add(24, N0.word, N1.tag, S0.tag)
    features.add(25, N0.tag, N1.word, S0.tag)
    features.add(26, S1.tag, S0.tag)
    features.add(27, S1.tag, S0.tag, N0.tag)
    features.add(28, S1.word, N0.tag)
    features.add(29, S1.tag, S0.tag, N0.tag, N1.tag)
    features.add(30, S1.word, S0.word)
    features.add(31, S1.word, S0.tag, N0.tag)
    features.add(32, S0.word, N0.tag, N1.tag)
  }

  @inline(__always)
  private static func stackTop(
    _ s0: Int, _ S0: Node, _ S1: Node, _ N0: Node, _ state: ParserState, _ sentence: SentenceForms,
    into features: inout FeatureList
  ) {
    let head = Int(state.heads[s0])
    let S0h = node(state, sentence, head)
    let S0h2 = node(state, sentence, head >= 0 ? Int(state.heads[head]) : -1)
    let S0l = node(state, sentence, Int(state.left1[s0]))
    let S0r = node(state, sentence, Int(state.right1[s0]))
    let S0l2 = node(state, sentence, Int(state.left2[s0]))
    let S0r2 = node(state, sentence, Int(state.right2[s0]))
    features.add(50, S0h.word)
    features.add(51, S0h.tag)
    features.add(52, S0.relation)
    features.add(53, S0l.word)
    features.add(54, S0l.tag)
    features.add(55, S0l.relation)
    features.add(56, S0r.word)
    features.add(57, S0r.tag)
    features.add(58, S0r.relation)
    features.add(59, S0h2.word)
    features.add(60, S0h2.tag, S0h.relation)
    features.add(61, S0l2.tag, S0l2.relation)
    features.add(62, S0r2.tag, S0r2.relation)
    features.add(63, S0r2.word)
    features.add(64, S0h.tag, S0.tag, N0.tag)
    features.add(65, S0.tag, S0l.tag, N0.tag)
    features.add(66, S0.tag, S0r.tag, N0.tag)
    features.add(67, S0.tag, S0l.tag, S0l2.tag)
    features.add(68, S0.tag, S0r.tag, S0r2.tag)
    features.add(69, S0.tag, S0h.tag, S0h2.tag)
    features.add(70, S0.word, UInt64(state.leftCount[s0]))
    features.add(71, S0.tag, UInt64(state.leftCount[s0]))
    features.add(72, S0.word, UInt64(state.rightCount[s0]))
    features.add(73, S0.tag, UInt64(state.rightCount[s0]))
    features.add(74, S0.word, state.rightSet[s0])
    features.add(75, S0.tag, state.rightSet[s0])
    features.add(76, S0.word, state.leftSet[s0])
    features.add(77, S0.tag, state.leftSet[s0])
    features.add(78, S0.word, S0r.word, N0.word)
    features.add(79, S0.relation, S0.tag, N0.tag)
  }
}
