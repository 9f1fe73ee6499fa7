/// One thing to do: a command of the shell, or a statement.
struct InputUnit: Equatable {
  enum Kind: Equatable { case command, statement }

  var kind: Kind
  /// Without the `;` at its end.
  var text: String
  /// The line of the input on which it begins, from 1.
  var line: Int
}
