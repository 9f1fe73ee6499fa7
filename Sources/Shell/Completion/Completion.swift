/// What could stand where the cursor is.
struct Completion: Equatable {
  struct Candidate: Equatable {
    /// What replaces the beginning that was typed.
    var text: String
    /// What a list shows.
    var label: String
    /// Inserted behind it if it is the only one.
    var suffix = " "

    init(_ text: String, label: String? = nil, suffix: String = " ") {
      self.text = text
      self.label = label ?? text
      self.suffix = suffix
    }
  }

  /// How many scalars before the cursor are replaced.
  var replacedCount = 0
  var candidates: [Candidate] = []

  /// What all candidates begin with, letter case aside; spelt as the first spells it.
  var commonPrefix: String {
    guard let first = candidates.first else { return "" }
    var length = first.text.count
    for candidate in candidates.dropFirst() {
      let shared = zip(first.text, candidate.text).prefix { $0.0.lowercased() == $0.1.lowercased() }.count
      length = min(length, shared)
    }
    return String(first.text.prefix(length))
  }

  /// The candidates whose text begins like `typed`, letter case aside, each once.
  init(_ typed: String, replacing count: Int? = nil, among candidates: [Candidate]) {
    replacedCount = count ?? typed.unicodeScalars.count
    let wanted = typed.lowercased()
    var seen: Set<String> = []
    self.candidates = candidates.filter { candidate in
      let isQuoted = candidate.text.hasPrefix("`") || candidate.text.hasPrefix("\"")
      let bare = isQuoted ? String(candidate.text.dropFirst()) : candidate.text
      return bare.lowercased().hasPrefix(wanted) && seen.insert(candidate.text).inserted
    }
  }

  init() {}
}
