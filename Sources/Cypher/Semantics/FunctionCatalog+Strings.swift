extension FunctionCatalog {
  static let strings: [FunctionSignature] = [
    FunctionSignature(
      "bTrim", "text: STRING, [letters: STRING]", .string, "The text without such letters, or blanks, at its ends"),
    FunctionSignature("byte_length", "text: STRING", .integer, "The number of bytes in UTF-8"),
    FunctionSignature("char_length", "text: STRING", .integer, "The number of letters"),
    FunctionSignature("left", "text: STRING, length: INTEGER", .string, "The first letters"),
    FunctionSignature(
      "lTrim", "text: STRING, [letters: STRING]", .string, "The text without such letters, or blanks, at its start"),
    FunctionSignature("normalize", "text: STRING, [form: STRING]", .string, "The text in the normal form NFC, NFD, NFKC or NFKD"),
    FunctionSignature(
      "replace", "text: STRING, search: STRING, replacement: STRING", .string, "The text with every occurrence replaced"),
    FunctionSignature("right", "text: STRING, length: INTEGER", .string, "The last letters"),
    FunctionSignature(
      "rTrim", "text: STRING, [letters: STRING]", .string, "The text without such letters, or blanks, at its end"),
    FunctionSignature("split", "text: STRING, delimiter: STRING|LIST", .list(.string), "The pieces between the delimiters"),
    FunctionSignature(
      "substring", "text: STRING, start: INTEGER, [length: INTEGER]", .string, "The letters from start, counted from 0"),
    FunctionSignature("toLower", "text: STRING", .string, "The text in lower case"),
    FunctionSignature("toUpper", "text: STRING", .string, "The text in upper case"),
    FunctionSignature("trim", "text: STRING", .string, "The text without blanks at its ends"),
  ]
}
