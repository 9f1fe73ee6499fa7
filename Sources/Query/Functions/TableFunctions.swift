import Graph

/// `file()` and `linenumber()`. Where LOAD CSV has bound their columns the compiler reads those (`LoadCSV.column`); everywhere
/// else there is no file.
enum TableFunctions {
  static let all: [ScalarFunction] = ["file", "linenumber"].map { name in
    ScalarFunction(name, 0, isPure: false) { _, _ in .null }
  }
}
