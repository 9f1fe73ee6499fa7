/// How a word becomes its dictionary form (Chrupała 2006): written small or not, so many letters taken from its end, others
/// put there.
package struct EditScript: Hashable, Sendable {
  package var isLowered: Bool
  package var dropped: Int
  package var added: String

  package init(isLowered: Bool, dropped: Int, added: String) {
    self.isLowered = isLowered
    self.dropped = dropped
    self.added = added
  }

  /// The shorter of the two ways from `form` to `lemma`.
  package init(from form: String, to lemma: String) {
    let (plain, lowered) = (Self.suffixes(form, lemma), Self.suffixes(form.lowercased(), lemma))
    isLowered = lowered.added.count < plain.added.count
    (dropped, added) = isLowered ? lowered : plain
  }

  /// `L2+ow`: small letters, two off, "ow" on; without the L as it is.
  package init?(_ name: String) {
    isLowered = name.hasPrefix("L")
    let parts = name.drop { $0 == "L" }.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let dropped = Int(parts[0]) else { return nil }
    self.dropped = dropped
    added = String(parts[1])
  }

  package var name: String { "\(isLowered ? "L" : "")\(dropped)+\(added)" }

  private static func suffixes(_ form: String, _ lemma: String) -> (dropped: Int, added: String) {
    let common = zip(form, lemma).prefix { $0 == $1 }.count
    return (form.count - common, String(lemma.dropFirst(common)))
  }

  /// Nil for a word that is too short.
  package func callAsFunction(_ form: String) -> String? {
    let form = isLowered ? form.lowercased() : form
    return form.count < dropped || form.count == dropped && added.isEmpty ? nil : form.dropLast(dropped) + added
  }
}
