import Graph
import TestSupport
import Testing

@Suite struct StringPoolTests {
  @Test("strings of another pool get the codes that they get one by one", arguments: [1, 40, 5000])
  func bulk(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let (source, together, apart) = (StringPool.unshared(), StringPool(), StringPool())
    for pool in [together, apart] { for number in 0..<20 { _ = pool.intern("text \(number * 3)") } }
    let texts = (0..<count).map { _ in "text \(Int.random(in: 0..<count, using: &generator))" } + ["", "ä"]
    let codes = texts.map { source.intern($0) }
    #expect(together.intern(codes, of: source) == texts.map { apart.intern($0) })
    #expect(together.count == apart.count)
    for code in 0..<StringPool.Code(together.count) {
      #expect(together.string(of: code) == apart.string(of: code))
      #expect(together.code(of: apart.string(of: code)) == code)
    }
    #expect(together.code(of: "none of them") == nil)
  }

  /// What another pool holds; counts how often its hashes are read.
  private final class Source: StringPoolSource, @unchecked Sendable {
    let pool = StringPool()
    private(set) var readCount = 0
    func chunk(_ index: Int) -> StringPoolChunk { pool.content(ofChunk: index, upTo: pool.count) }
    func hashes(ofChunk index: Int) -> [UInt32] {
      readCount += 1
      return pool.hashes(ofChunk: index, upTo: pool.count)
    }
  }

  @Test("the first strings looked up are searched for once each, later ones in a table")
  func searches() {
    let source = Source()
    let texts = (0..<40_000).map { "text \($0)" }
    let codes = texts.map { source.pool.intern($0) }
    let copy = StringPool(sourceCount: source.pool.count, source: source)
    for _ in 0..<20 {
      #expect(copy.code(of: texts[39_999]) == codes[39_999])
      #expect(copy.code(of: "none of them") == nil)
    }
    #expect(source.readCount == 6)
    for (place, text) in texts.enumerated() where place % 100 == 7 { #expect(copy.code(of: text) == codes[place]) }
    #expect(source.readCount < 40)
    // What was not there may have come.
    #expect(copy.intern("none of them") == 40_000)
    #expect(copy.code(of: "none of them") == 40_000)
  }

  @Test("the chunks of a pool make up a pool with the same codes")
  func chunks() {
    let source = Source()
    let texts = (0..<40_000).map { "text \($0)" }
    let codes = texts.map { source.pool.intern($0) }
    let copy = StringPool(sourceCount: source.pool.count, source: source)
    #expect(texts.map { copy.intern($0) } == codes)
    #expect(copy.intern("new") == 40_000)
  }
}
