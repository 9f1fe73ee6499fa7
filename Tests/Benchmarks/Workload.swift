#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The same work for the engine and for a loop that anybody would write first.
struct Workload {
  /// Something of the result, by which the two are compared.
  typealias Answer = [Int64]

  let name: String
  /// Whether waiting counts too: where a disk does the work. Elsewhere only processor time does, of all threads, because other
  /// programs would stretch the longer of the two.
  var countsWaiting = false
  /// How many statements the work is, each of which does as much.
  var statementCount = 1
  let engine: () throws -> Answer
  let naive: () throws -> Answer

  struct Difference: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs both in turns.
  /// - Throws: `Difference` where they do not answer alike.
  func measure(rounds: Int) throws -> Measurement {
    let (found, expected) = (try engine(), try naive())
    guard found == expected else {
      throw Difference(description: "\(name): the engine answers \(found.prefix(8)), the naive loop \(expected.prefix(8))")
    }
    var measurement = Measurement(engineSeconds: .infinity, naiveSeconds: .infinity)
    for _ in 0..<rounds {
      measurement.engineSeconds = min(measurement.engineSeconds, try seconds(engine))
      measurement.naiveSeconds = min(measurement.naiveSeconds, try seconds(naive))
    }
    return measurement
  }

  private func seconds(_ body: () throws -> Answer) rethrows -> Double {
    let start = now
    _ = try body()
    return now - start
  }

  private var now: Double {
    var time = timespec()
    clock_gettime(countsWaiting ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }

  static func all(over graph: SampleGraph) throws -> [Workload] {
    reading(graph) + patterns(graph) + (try storing(graph))
  }
}

struct Measurement {
  var engineSeconds: Double
  var naiveSeconds: Double

  var ratio: Double { engineSeconds / naiveSeconds }
}
