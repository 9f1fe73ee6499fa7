extension FunctionCatalog {
  static let temporals: [FunctionSignature] =
    clocks("date", "A day") + clocks("datetime", "A moment with its zone") + clocks("localdatetime", "A day and a time of day")
    + clocks("localtime", "A time of day") + clocks("time", "A time of day with its offset")
    + [
      FunctionSignature(
        "datetime.fromepoch", "seconds: NUMBER, nanoseconds: NUMBER", .temporal, "The moment so long after 1970-01-01T00:00Z"),
      FunctionSignature(
        "datetime.fromepochmillis", "milliseconds: NUMBER", .temporal, "The moment so long after 1970-01-01T00:00Z"),
      FunctionSignature(
        "format", "value: TEMPORAL|DURATION, [pattern: STRING]", .string, "The value as text, by a pattern as 'd MMMM yyyy'"),
      FunctionSignature("duration", "value: ANY", .duration, "An amount of time from text or from a map of units"),
      FunctionSignature(
        "duration.between", "from: ANY, to: ANY", .duration, "The time from one to the other, in months, days and seconds"),
      FunctionSignature("duration.inDays", "from: ANY, to: ANY", .duration, "The time from one to the other, in days"),
      FunctionSignature("duration.inMonths", "from: ANY, to: ANY", .duration, "The time from one to the other, in months"),
      FunctionSignature("duration.inSeconds", "from: ANY, to: ANY", .duration, "The time from one to the other, in seconds"),
    ]

  /// The five functions that each temporal type has.
  private static func clocks(_ name: String, _ noun: String) -> [FunctionSignature] {
    [
      FunctionSignature(name, "[value: ANY]", .temporal, "\(noun) from text, a map or another value; now, without arguments"),
      FunctionSignature(
        "\(name).truncate", "unit: STRING, [value: ANY], [fields: MAP]", .temporal,
        "\(noun) with everything below the unit at its start"),
      FunctionSignature(
        "\(name).realtime", "[zone: ANY]", .temporal, "\(noun) by the clock at the moment of the call", isVolatile: true),
      FunctionSignature("\(name).statement", "[zone: ANY]", .temporal, "\(noun) by the clock at the statement's start"),
      FunctionSignature("\(name).transaction", "[zone: ANY]", .temporal, "\(noun) by the clock at the transaction's start"),
    ]
  }
}
