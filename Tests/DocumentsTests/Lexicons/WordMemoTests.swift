import Synchronization
import Testing

@testable import Documents

@Suite struct WordMemoTests {
  private final class Asked: Sendable {
    let words = Mutex<[String]>([])
  }

  @Test func `a rule is asked once for each word and nil is an answer as well`() {
    let asked = Asked()
    let memo = WordMemo<Int?> { word in
      asked.words.withLock { $0.append(word) }
      return word.isEmpty ? nil : word.utf8.count
    }
    for _ in 0..<3 {
      #expect(memo["river"] == 5)
      #expect(memo[""] == nil)
    }
    #expect(asked.words.withLock { $0 } == ["river", ""])
  }

  @Test func `more words than there is room for are answered all the same`() {
    let asked = Asked()
    let memo = WordMemo(capacity: 2) { word in
      asked.words.withLock { $0.append(word) }
      return word + "s"
    }
    for word in ["a", "b", "c", "c", "a"] { #expect(memo[word] == word + "s") }
    #expect(asked.words.withLock { $0 } == ["a", "b", "c", "a"])
  }

  @Test func `who asks while another thread does gets the same answers`() async {
    let memo = WordMemo(capacity: 8) { $0 + $0 }
    await withTaskGroup(of: Bool.self) { group in
      for start in 0..<4 {
        group.addTask { (0..<2000).allSatisfy { memo["\(($0 + start) % 12)"] == "\(($0 + start) % 12)\(($0 + start) % 12)" } }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
