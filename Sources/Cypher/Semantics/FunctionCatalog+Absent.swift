extension FunctionCatalog {
  /// What to do instead of calling a function that other Cypher engines and SQL have and this language has not; nil where
  /// nothing is known of it.
  static func remedy(forAbsent name: String) -> String? {
    let name = name.lowercased()
    if let remedy = remedies[name] { return remedy }
    if name.hasPrefix("apoc.") { return "the procedures and functions of APOC are not part of Cypher; see SHOW FUNCTIONS" }
    if name.hasPrefix("point.") { return spatial }
    return nil
  }

  private static let spatial =
    "there are no spatial values; keep longitude and latitude as two numbers, haversin() helps with distances"

  private static let remedies: [String: String] = [
    "point": spatial, "distance": spatial,
    "concat": "join texts with +", "concat_ws": "join texts with +", "string_agg": "use collect() and reduce()",
    "group_concat": "use collect() and reduce()", "ifnull": "use coalesce()", "isnull": "use coalesce(), or IS NULL",
    "nvl": "use coalesce()", "len": "use size()", "instr": "use CONTAINS", "strpos": "use CONTAINS", "now": "use datetime()",
    "getdate": "use datetime()", "sysdate": "use datetime()", "ucase": "use toUpper()", "lcase": "use toLower()",
    "substr": "use substring()", "has": "write value IS NOT NULL", "iif": "use CASE WHEN … THEN … ELSE … END",
    "filter": "write [x IN list WHERE condition]", "curdate": "use date()", "year": "read the component, as in value.year",
    "month": "read the component, as in value.month", "day": "read the component, as in value.day",
    "extract": "read the component, as in value.year", "datediff": "use duration.between()",
    "dateadd": "add a duration, as in value + duration('P1D')",
    "to_char": "use format()", "to_date": "use date()", "mean": "use avg()", "average": "use avg()",
    "median": "use percentileCont(value, 0.5)", "stddev": "use stDev() or stDevP()", "variance": "use stDev(value) ^ 2",
    "pow": "use power(), or x ^ y", "random": "use rand()", "contains": "write text CONTAINS part",
    "startswith": "write text STARTS WITH part", "endswith": "write text ENDS WITH part",
    "rels": "use relationships()", "toint": "use toInteger()", "if": "use CASE WHEN … THEN … ELSE … END",
    "isnumeric": "compare toFloatOrNull(value) with null", "array_length": "use size()", "unnest": "use UNWIND",
    "row_number": "there are no window functions; number what collect() gives with range()",
  ]
}
