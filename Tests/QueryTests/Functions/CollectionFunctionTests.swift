import Testing

@testable import Query

@Suite struct CollectionFunctionTests {
  @Test(arguments: [
    ("coll.distinct([1, 1.0, 'a', null, null, [1], [1]])", "[1, 'a', null, [1]]"), ("coll.distinct([])", "[]"),
    ("coll.distinct(null)", "null"),
    ("coll.distinct([0.0 / 0.0, 0.0 / 0.0, -0.0, 0.0])", "[NaN, -0.0]"), ("coll.flatten([1, [2, [3, [4]]]])", "[1, 2, [3, [4]]]"),
    ("coll.flatten([1, [2, [3, [4]]]], 2)", "[1, 2, 3, [4]]"), ("coll.flatten([1, [2]], 0)", "[1, [2]]"),
    ("coll.flatten([null, []])", "[null]"),
    ("coll.indexOf([1, 2, 1], 1)", "0"), ("coll.indexOf([1], 2)", "-1"), ("coll.indexOf([1, null], null)", "null"),
    ("coll.indexOf([1], 1.0)", "0"),
    ("coll.insert([1, 3], 1, 2)", "[1, 2, 3]"), ("coll.insert([], 0, null)", "[null]"), ("coll.insert([1], 1, 2)", "[1, 2]"),
    ("coll.insert(null, 0, 1)", "null"),
    ("coll.insert([1], 2, 2)", "ArgumentError NumberOutOfRange"), ("coll.remove([1, 2, 3], 1)", "[1, 3]"),
    ("coll.remove([1], 1)", "ArgumentError NumberOutOfRange"),
    ("coll.max([1, null, 2.5])", "2.5"), ("coll.max([])", "null"), ("coll.max([null])", "null"), ("coll.max(['a', 1])", "1"),
    ("coll.min(['a', 1])", "'a'"),
    ("coll.min([3, 1, 2])", "1"), ("coll.max([1, 0.0 / 0.0])", "NaN"),
    ("coll.sort([3, null, 1, 'a', true])", "['a', true, 1, 3, null]"), ("coll.sort([])", "[]"),
  ])
  func `lists are searched, sorted and changed`(call: String, expected: String) {
    #expect(CallEvaluator().outcome(call) == expected)
  }

  @Test(arguments: [
    ("vector.similarity.cosine([1, 0], [1, 0])", "1.0"), ("vector.similarity.cosine([1, 0], [-1, 0])", "0.0"),
    ("vector.similarity.cosine([1, 0], [0, 2])", "0.5"),
    ("vector.similarity.euclidean([1, 0], [1, 0])", "1.0"), ("vector.similarity.euclidean([0, 0], [0, 1.0])", "0.5"),
    ("vector.similarity.cosine(null, [1])", "null"),
    ("vector.similarity.cosine([1], ['a'])", "TypeError InvalidArgumentType"),
    ("vector.similarity.euclidean([], [])", "ArgumentError InvalidArgumentValue"),
  ])
  func `vectors are compared`(call: String, expected: String) { #expect(CallEvaluator().outcome(call) == expected) }
}
