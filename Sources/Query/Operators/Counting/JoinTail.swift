/// The last two variables of a join where they need not be bound to be counted: the one before the last hangs on a single row,
/// the last one on a row that was chosen before and on one that the other chooses. So end triangles, squares, and longer cycles.
struct JoinTail {
  /// Of the variable before the last.
  let level: Int
  /// The probe that tells its candidates.
  let walked: Int
  /// The probe of the last variable whose row was chosen before.
  let chosen: Int
  /// The probe of the last variable whose row each candidate chooses.
  let varying: Int

  /// Nil where the last variables hang together otherwise.
  init?(_ levels: [JoinLevel], _ probes: [JoinProbe]) {
    let level = levels.count - 2
    guard level > 0, levels[level].probes.count == 1, let last = levels.last, last.probes.count == 2,
      let varying = last.probes.first(where: { probes[$0].source == level }), !probes[varying].isMarked,
      let chosen = last.probes.first(where: { probes[$0].source < level })
    else { return nil }
    self.level = level
    walked = levels[level].probes[0]
    (self.varying, self.chosen) = (varying, chosen)
  }
}
