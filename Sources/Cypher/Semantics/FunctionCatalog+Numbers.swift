extension FunctionCatalog {
  static let mathematics: [FunctionSignature] =
    [
      FunctionSignature("abs", "x: NUMBER", .number, "The number without its sign"),
      FunctionSignature("atan2", "y: NUMBER, x: NUMBER", .float, "The angle of the point (x, y), in radians"),
      FunctionSignature("ceil", "x: NUMBER", .float, "The smallest whole number that is not less"),
      FunctionSignature("e", "", .float, "Euler's number"),
      FunctionSignature("floor", "x: NUMBER", .float, "The largest whole number that is not greater"),
      FunctionSignature("isNaN", "x: NUMBER", .boolean, "Whether it is not a number"),
      FunctionSignature(
        "log", "x: NUMBER, [of: NUMBER]", .float, "The natural logarithm of x, or with two arguments that of the second to base x"
      ),
      FunctionSignature("mod", "x: NUMBER, y: NUMBER", .number, "The remainder of a division, as x % y"),
      FunctionSignature("pi", "", .float, "The number π"),
      FunctionSignature("power", "x: NUMBER, y: NUMBER", .float, "The power, as x ^ y"),
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
      ("haversin", "Half the versine of an angle in radians"),
      ("log10", "The logarithm to base 10"), ("radians", "Degrees as radians"), ("sin", "The sine of an angle in radians"),
      ("sinh", "The hyperbolic sine"), ("sqrt", "The square root"), ("tan", "The tangent of an angle in radians"),
      ("tanh", "The hyperbolic tangent"),
    ].map { FunctionSignature($0.0, "x: NUMBER", .float, $0.1) }
}
