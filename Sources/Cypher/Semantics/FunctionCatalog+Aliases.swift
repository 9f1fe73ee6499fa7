extension FunctionCatalog {
  /// The names that ISO GQL and current Cypher have beside the older ones.
  private static let targets: KeyValuePairs<String, String> = [
    "cardinality": "size", "ceiling": "ceil", "character_length": "char_length", "collect_list": "collect",
    "current_date": "date", "current_time": "time", "current_timestamp": "datetime", "duration_between": "duration.between",
    "element_id": "elementId", "ln": "log", "local_datetime": "localdatetime", "local_time": "localtime",
    "local_timestamp": "localdatetime", "lower": "toLower", "octet_length": "byte_length", "path_length": "length",
    "percentile_cont": "percentileCont", "percentile_disc": "percentileDisc", "stddev_pop": "stDevP", "stddev_samp": "stDev",
    "upper": "toUpper", "zoned_datetime": "datetime", "zoned_time": "time",
  ]

  private static let targetsByAlias: [String: String] = Dictionary(uniqueKeysWithValues: targets.map { ($0.key, $0.value) })

  /// Those of `functions` that have other names, once for each of them.
  static func aliases(of functions: [FunctionSignature]) -> [FunctionSignature] {
    targets.compactMap { alias, target in
      guard var signature = functions.first(where: { $0.name == target }) else { return nil }
      signature.name = alias
      signature.summary = "Another name of \(target)"
      return signature
    }
  }

  /// The name under which a function is implemented: `log` for `LN`, `name` itself for all that are no aliases.
  public static func implementedName(of name: String) -> String { targetsByAlias[name.lowercased()] ?? name }
}
