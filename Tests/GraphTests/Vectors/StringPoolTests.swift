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

  @Test("the chunks of a pool make up a pool with the same codes")
  func chunks() {
    final class Source: StringPoolSource {
      let pool = StringPool()
      func chunk(_ index: Int) -> StringPoolChunk { pool.content(ofChunk: index, upTo: pool.count) }
      func hashes(ofChunk index: Int) -> [UInt32] { pool.hashes(ofChunk: index, upTo: pool.count) }
    }
    let source = Source()
    let texts = (0..<40_000).map { "text \($0)" }
    let codes = texts.map { source.pool.intern($0) }
    let copy = StringPool(sourceCount: source.pool.count, source: source)
    #expect(texts.map { copy.intern($0) } == codes)
    #expect(copy.intern("new") == 40_000)
  }
}
