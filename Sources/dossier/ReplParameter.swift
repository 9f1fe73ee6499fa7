import ArgumentParser
import Graph

/// `name=value` of `-P`: the value is JSON, or else a string.
struct ReplParameter: ExpressibleByArgument, Sendable {
  let name: String
  let value: Value

  init?(argument: String) {
    guard let equal = argument.firstIndex(of: "="), equal != argument.startIndex else { return nil }
    name = String(argument[..<equal])
    let text = String(argument[argument.index(after: equal)...])
    value = (try? JSONParser.parse(text)) ?? .string(text)
  }
}
