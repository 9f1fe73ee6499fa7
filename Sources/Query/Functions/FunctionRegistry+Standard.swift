extension FunctionRegistry {
  /// Every function that a statement can call. A new room of functions is one more list here.
  package static let standard = FunctionRegistry(
    ScalarLibrary.all, GraphFunctions.all, ElementFunctions.all, ConditionalFunctions.all, TableFunctions.all)
}
