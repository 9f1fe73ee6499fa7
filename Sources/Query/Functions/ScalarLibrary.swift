/// The functions of openCypher that need no graph: numbers, strings, lists, conversions, instants and durations.
enum ScalarLibrary {
  static let all: [ScalarFunction] =
    MathFunctions.all + StringFunctions.all + ListFunctions.all + CollectionFunctions.all + VectorFunctions.all
    + ConversionFunctions.all + TemporalFunctions.all
}
