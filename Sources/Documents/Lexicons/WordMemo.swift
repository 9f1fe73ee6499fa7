import Synchronization

/// What a rule makes of words, kept for the next time that a word is asked for: a text has most of its words many times, and many
/// rules ask the same of each.
///
/// Threads share what is kept and never wait for it: whoever finds it in use works the answer out for himself.
final class WordMemo<Answer: Sendable>: Sendable {
  private let answer: @Sendable (String) -> Answer
  private let kept = Mutex<[String: Answer]>([:])
  /// So many words are kept that a text's fit in; when there are more, it begins anew.
  private let capacity: Int

  /// `answer` depends on the word alone.
  init(capacity: Int = 1 << 14, _ answer: @escaping @Sendable (String) -> Answer) {
    self.capacity = capacity
    self.answer = answer
  }

  /// Complexity: O(length of the word) for one that is kept.
  subscript(word: String) -> Answer {
    if case .some(.some(let known)) = kept.withLockIfAvailable({ $0[word] }) { return known }
    let made = answer(word)
    kept.withLockIfAvailable { kept in
      if kept.count >= capacity { kept.removeAll(keepingCapacity: true) }
      kept[word] = made
    }
    return made
  }
}
