/// Makes cycles of a counted pattern smaller where relationships lead to one node at most (`TermCount.followFunctions`).
///
/// Whether there are such relationships is seen when the pattern is counted.
enum FollowFunctions {
  static let name = "FollowFunctions"
}
