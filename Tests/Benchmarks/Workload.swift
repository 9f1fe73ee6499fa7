/// The same work for the engine and for a loop that anybody would write first.
struct Workload {
  /// Something of the result, by which the two are compared.
  typealias Answer = [Int64]

  let name: String
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
      measurement.engineSeconds = min(measurement.engineSeconds, try Self.seconds(engine))
      measurement.naiveSeconds = min(measurement.naiveSeconds, try Self.seconds(naive))
    }
    return measurement
  }

  private static func seconds(_ body: () throws -> Answer) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    _ = try body()
    return (clock.now - start) / .seconds(1)
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
