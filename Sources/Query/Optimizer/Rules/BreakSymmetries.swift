/// Looks for the bindings of interchangeable variables of a counted pattern in one order of their nodes only (`Interchangeable`).
enum BreakSymmetries {
  static let name = "BreakSymmetries"
}
