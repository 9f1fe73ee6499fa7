import Testing

@testable import Query

@Suite struct StringFunctionTests {
  @Test(arguments: [
    ("toUpper('straße')", "'STRASSE'"), ("toLower('ÀB')", "'àb'"), ("trim('  a b\\n')", "'a b'"), ("lTrim(' a ')", "'a '"),
    ("rTrim(' a ')", "' a'"),
    ("left('hello', 2)", "'he'"), ("left('hello', 9)", "'hello'"), ("left('hello', -1)", "ArgumentError NumberOutOfRange"),
    ("right('hello', 2)", "'lo'"),
    ("substring('0123456789', 1)", "'123456789'"), ("substring('hello', 1, 3)", "'ell'"), ("substring('hello', 9)", "''"),
    ("substring('a🧐b', 1, 1)", "'🧐'"), ("substring('hello', -1)", "ArgumentError NumberOutOfRange"),
    ("substring(1, 1)", "TypeError InvalidArgumentType"),
    ("split('one1two', '1')", "['one', 'two']"), ("split('a,b;c', [',', ';'])", "['a', 'b', 'c']"), ("split('', ',')", "['']"),
    ("split('ab', '')", "['a', 'b']"),
    ("split('aaa', 'aa')", "['', 'a']"), ("split(null, ',')", "null"), ("replace('hello', 'l', 'L')", "'heLLo'"),
    ("replace('hello', 'xyz', 'L')", "'hello'"),
    ("replace('hello', '', 'L')", "'hello'"), ("replace('日本日', '日', 'ni')", "'ni本ni'"), ("reverse('aé🧐')", "'🧐éa'"),
    ("size('日本')", "2"), ("char_length('🧐')", "1"),
    ("isEmpty('')", "true"), ("isEmpty(' ')", "false"), ("toUpper(1)", "TypeError InvalidArgumentType"),
    ("upper('a') + lower('B')", "'Ab'"), ("bTrim('xxyyhelloxyxy', 'xy')", "'hello'"), ("lTrim('xxyxhello', 'xy')", "'hello'"),
    ("rTrim('helloxy', 'xy')", "'hello'"), ("bTrim(' a ')", "'a'"), ("bTrim('abc', '')", "'abc'"), ("bTrim('aaa', 'a')", "''"),
    ("bTrim(null, 'a')", "null"),
    ("bTrim('a', null)", "null"), ("byte_length('é🧐')", "6"), ("octet_length('a')", "1"), ("character_length('é')", "1"),
    ("char_length(normalize('é', 'NFD'))", "2"), ("normalize('é')", "'é'"), ("normalize('ﬁ', 'nfkc')", "'fi'"),
    ("normalize(null)", "null"),
    ("normalize('a', 'NFX')", "ArgumentError InvalidArgumentValue"), ("cardinality([1, 2])", "2"),
  ])
  func `texts are cut and changed by Unicode scalars`(call: String, expected: String) {
    #expect(CallEvaluator().outcome(call) == expected)
  }
}
