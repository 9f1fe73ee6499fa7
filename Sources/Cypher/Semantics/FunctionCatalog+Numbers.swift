extension FunctionCatalog {
  static let mathematics: [FunctionSignature] =
    [
      FunctionSignature("abs", "x: NUMBER", .number, "The number without its sign"),
      FunctionSignature("atan2", "y: NUMBER, x: NUMBER", .float, "The angle of the point (x, y), in radians"),
      FunctionSignature("ceil", "x: NUMBER", .float, "The smallest whole number that is not less"),
      FunctionSignature("e", "", .float, "Euler's number"),
      FunctionSignature("floor", "x: NUMBER", .float, "The largest whole number that is not greater"),
      FunctionSignature("isNaN", "x: NUMBER", .boolean, "Whether it is not a number"),
      FunctionSignature("pi", "", .float, "The number π"),
      FunctionSignature("rand", "", .float, "A random number from 0 up to, but not including, 1", isVolatile: true),
      FunctionSignature(
        "round", "x: NUMBER, [places: INTEGER], [mode: STRING]", .float, "The nearest number with that many decimal places"),
      FunctionSignature("sign", "x: NUMBER", .integer, "-1, 0 or 1, as the number is negative, zero or positive"),
    ]
    + [
      ("acos", "The angle of a cosine, in radians"), ("asin", "The angle of a sine, in radians"),
      ("atan", "The angle of a tangent, in radians"), ("cos", "The cosine of an angle in radians"),
      ("cosh", "The hyperbolic cosine"), ("cot", "The cotangent of an angle in radians"),
      ("coth", "The hyperbolic cotangent"), ("degrees", "Radians as degrees"), ("exp", "Euler's number to that power"),
      ("haversin", "Half the versine of an angle in radians"), ("log", "The natural logarithm"),
      ("log10", "The logarithm to base 10"), ("radians", "Degrees as radians"), ("sin", "The sine of an angle in radians"),
      ("sinh", "The hyperbolic sine"), ("sqrt", "The square root"), ("tan", "The tangent of an angle in radians"),
      ("tanh", "The hyperbolic tangent"),
    ].map { FunctionSignature($0.0, "x: NUMBER", .float, $0.1) }

  static let temporals: [FunctionSignature] =
    clocks("date", "A day") + clocks("datetime", "A moment with its zone") + clocks("localdatetime", "A day and a time of day")
    + clocks("localtime", "A time of day") + clocks("time", "A time of day with its offset")
    + [
      FunctionSignature(
        "datetime.fromepoch", "seconds: NUMBER, nanoseconds: NUMBER", .temporal, "The moment so long after 1970-01-01T00:00Z"),
      FunctionSignature(
        "datetime.fromepochmillis", "milliseconds: NUMBER", .temporal, "The moment so long after 1970-01-01T00:00Z"),
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
