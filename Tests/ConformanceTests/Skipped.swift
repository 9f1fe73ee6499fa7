/// The scenarios that do not pass, each with the reason. One that passes after all is a failure, so the list only shrinks.
enum Skipped {
  static let reasons: [String: String] = [:]
}
