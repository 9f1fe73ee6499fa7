extension FunctionCatalog {
  static let aggregates: [FunctionSignature] = [
    aggregate("avg", "value: ANY", .any, "The mean of the numbers or durations; null without any"),
    aggregate("collect", "value: ANY", .list(.any), "The values as a list, nulls left out"),
    aggregate("count", "value: ANY", .integer, "How many values are not null; count(*) counts rows"),
    aggregate("max", "value: ANY", .any, "The last value in the order of ORDER BY"),
    aggregate("min", "value: ANY", .any, "The first value in the order of ORDER BY"),
    aggregate("percentileCont", "value: NUMBER, percentile: NUMBER", .float, "The percentile, interpolated between values"),
    aggregate("percentileDisc", "value: NUMBER, percentile: NUMBER", .number, "The value nearest to the percentile"),
    aggregate("stDev", "value: NUMBER", .float, "The standard deviation of a sample"),
    aggregate("stDevP", "value: NUMBER", .float, "The standard deviation of the whole population"),
    aggregate("sum", "value: ANY", .any, "The sum of the numbers or durations; 0 without any"),
  ]

  private static func aggregate(_ name: String, _ parameters: String, _ result: StaticType, _ summary: String)
    -> FunctionSignature
  {
    FunctionSignature(name, parameters, result, summary, isAggregate: true)
  }
}
