/// The names of months, days and quarters as patterns write them.
enum EnglishNames {
  struct Name {
    var short: String
    var full: String
    var narrow: String
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ].map(shortened)

  /// From Monday on.
  static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map(shortened)

  static let quarters = ["1st", "2nd", "3rd", "4th"].map {
    Name(short: "Q" + $0.prefix(1), full: $0 + " quarter", narrow: String($0.prefix(1)))
  }

  private static func shortened(_ full: String) -> Name {
    Name(short: String(full.prefix(3)), full: full, narrow: String(full.prefix(1)))
  }
}
