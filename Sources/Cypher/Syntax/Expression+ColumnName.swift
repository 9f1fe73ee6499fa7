extension Expression {
  /// What the column of this expression is called when it has no alias and is written as `text`: a variable's column is called
  /// like the variable, without the backticks that its name may need.
  func columnName(asWritten text: String) -> String {
    if case .variable(let name) = kind { return name }
    return text
  }
}
