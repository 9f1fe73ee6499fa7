/// The labels of a node in one cell: between semicolons, a semicolon or backslash of a label itself after a backslash.
enum CSVLabels {
  static func text(of labels: [String]) -> String {
    labels.map { label in
      label.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
    }
    .joined(separator: ";")
  }

  /// Sorted, each once, empty ones left out.
  static func labels(of text: String) -> [String] {
    var labels: Set<String> = []
    var label = ""
    var isEscaped = false
    for character in text.unicodeScalars {
      if !isEscaped, character == ";" {
        labels.insert(label)
        label = ""
      } else if !isEscaped, character == "\\" {
        isEscaped = true
        continue
      } else {
        label.unicodeScalars.append(character)
      }
      isEscaped = false
    }
    labels.insert(label)
    labels.remove("")
    return labels.sorted()
  }
}
