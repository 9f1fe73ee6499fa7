// How fast the engine is beside a naive loop over arrays that does the same, so that a plan that goes wrong is seen.
//
//     Benchmarks            every workload, ten rounds each
//     Benchmarks --short    three rounds each
//     Benchmarks --record   also writes three times what was measured to `thresholds.txt`, for the configuration it was built in
//     Benchmarks NAME …     the workloads whose names begin so
//
// A workload fails if its ratio is above its threshold, or if the two answers differ. Both run in the same process, in turns, and
// the least time of the rounds counts, so that a busy machine disturbs neither.

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@main
struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let names = arguments.filter { !$0.hasPrefix("--") }
    let graph = try SampleGraph(personCount: Configuration.personCount)
    var thresholds = try Thresholds()
    var failures: [String] = []
    for workload in try Workload.all(over: graph) where names.isEmpty || names.contains(where: workload.name.hasPrefix) {
      let rounds = arguments.contains("--short") ? 3 : 10
      var measured = try workload.measure(rounds: rounds)
      let threshold = thresholds[workload.name]
      // A disturbance does not come three times; a slow plan does.
      for _ in 0..<2 where measured.ratio > threshold ?? .infinity {
        measured = min(measured, try workload.measure(rounds: rounds), by: \.ratio)
      }
      let isSlow = measured.ratio > threshold ?? .infinity
      report(workload, measured, threshold, isSlow)
      if isSlow { failures.append(workload.name) }
      if arguments.contains("--record") { thresholds[workload.name] = measured.ratio * 3 }
    }
    if arguments.contains("--record") { return try thresholds.write() }
    guard failures.isEmpty else {
      print("slower than their thresholds: \(failures.joined(separator: ", "))")
      exit(1)
    }
  }

  private static func report(_ workload: Workload, _ measured: Measurement, _ threshold: Double?, _ isSlow: Bool) {
    let columns = [
      Text.right(Text.decimal(measured.engineSeconds * 1_000, digits: 2), 10) + " ms",
      Text.right(Text.decimal(measured.naiveSeconds * 1_000, digits: 2), 10) + " ms",
      Text.right(Text.decimal(measured.ratio, digits: 2), 9),
      Text.right(threshold.map { Text.decimal($0, digits: 2) } ?? "-", 9),
    ]
    let each = measured.engineSeconds * 1_000_000 / Double(workload.statementCount)
    print(
      Text.left(workload.name, 24) + columns.joined(separator: " ") + (isSlow ? "  slow" : "")
        + (workload.statementCount > 1 ? "  \(Text.decimal(each, digits: 2)) µs a statement" : ""))
  }
}

/// What differs between a debug and a release build.
enum Configuration {
  #if DEBUG
  static let name = "debug"
  static let personCount = 2_000
  #else
  static let name = "release"
  static let personCount = 40_000
  #endif
}

private func min<Element>(_ a: Element, _ b: Element, by key: (Element) -> Double) -> Element { key(a) <= key(b) ? a : b }
