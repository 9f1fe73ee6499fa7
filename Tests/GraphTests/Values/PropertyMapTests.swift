import Graph
import Testing
import TestSupport

@Suite struct PropertyMapTests {
  @Test func `keys of other scalars are other keys, though they look alike`() {
    var map = PropertyMap()
    map["\u{E9}"] = .integer(1)
    map["e\u{301}"] = .integer(2)
    for number in 0..<10 { map["k\(number)"] = .null }
    #expect(map.count == 12)
    #expect(map["\u{E9}"]?.literal == "1")
    #expect(map["e\u{301}"]?.literal == "2")
  }

  @Test func `entries keep their order and each key its last value`() {
    let map = PropertyMap([("b", Value.integer(1)), ("a", .integer(2)), ("b", .integer(3))])
    #expect(map.keys == ["b", "a"])
    #expect(map["b"]?.literal == "3")
  }

  @Test func `a map behaves as a dictionary does, small or large`() {
    var generator = SeededGenerator.random()
    for _ in 0..<200 {
      var map = PropertyMap()
      var dictionary: [String: Int64] = [:]
      for number in 0..<40 as Range<Int64> {
        let key = "k\(Int.random(in: 0..<20, using: &generator))"
        let isRemoval = Int.random(in: 0..<3, using: &generator) == 0
        map[key] = isRemoval ? nil : .integer(number)
        dictionary[key] = isRemoval ? nil : number
        #expect(map.count == dictionary.count, "seed \(generator.seed)")
      }
      for (key, number) in dictionary { #expect(map[key]?.literal == "\(number)", "seed \(generator.seed)") }
    }
  }
}
