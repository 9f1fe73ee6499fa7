import Cypher
import Graph

/// Numbers in words.
public enum Count {
  /// `1 node`, `2,000 nodes`.
  public static func of(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// `1234567` as `1,234,567`.
  static func grouped(_ count: Int) -> String {
    var grouped = ""
    let digits = String(count.magnitude)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return count < 0 ? "-" + grouped : grouped
  }

  static func duration(_ milliseconds: Double) -> String {
    if milliseconds < 10 { return "\(decimal(milliseconds, places: 1)) ms" }
    if milliseconds < 10_000 { return "\(Int(milliseconds.rounded())) ms" }
    return "\(decimal(milliseconds / 1000, places: 1)) s"
  }

  /// In the largest unit that leaves at least 1, such as `1.5 MiB`.
  static func bytes(_ count: Int) -> String {
    if count < 1024 { return "\(count) B" }
    var amount = Double(count) / 1024
    var units = ["KiB", "MiB", "GiB", "TiB"][...]
    while amount >= 1024, units.count > 1 {
      amount /= 1024
      units.removeFirst()
    }
    return "\(decimal(amount, places: amount < 10 ? 1 : 0)) \(units.first!)"
  }

  static func decimal(_ number: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    guard number.isFinite, abs(number) < 1e15 else { return Value.float(number).literal }
    let rounded = Int((abs(number) * scale).rounded())
    let digits = String(rounded)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = number < 0 && rounded != 0 ? "-" : ""
    return sign + padded.dropLast(places) + (places > 0 ? "." + padded.suffix(places) : "")
  }

  /// `2 nodes created, 1 property set`.
  static func sentence(_ counters: UpdateCounters) -> String {
    let parts: [(Int, String, String, String)] = [
      (counters.nodesCreated, "node", "nodes", "created"), (counters.nodesDeleted, "node", "nodes", "deleted"),
      (counters.relationshipsCreated, "relationship", "relationships", "created"),
      (counters.relationshipsDeleted, "relationship", "relationships", "deleted"),
      (counters.propertiesSet, "property", "properties", "set"), (counters.labelsAdded, "label", "labels", "added"),
      (counters.labelsRemoved, "label", "labels", "removed"), (counters.indexesAdded, "index", "indexes", "added"),
      (counters.indexesRemoved, "index", "indexes", "removed"),
      (counters.constraintsAdded, "constraint", "constraints", "added"),
      (counters.constraintsRemoved, "constraint", "constraints", "removed"),
    ]
    return parts.filter { $0.0 != 0 }.map { "\(of($0.0, $0.1, plural: $0.2)) \($0.3)" }.joined(separator: ", ")
  }
}
