/// A feature file: named scenarios made of steps, outlines already filled in with their examples.
package struct GherkinFeature: Sendable {
  package struct Step: Sendable {
    /// The step without its keyword.
    package var text: String
    /// The text between three quotes below the step.
    package var document: String?
    /// The rows of cells below the step.
    package var table: [[String]]?
  }

  package struct Scenario: Sendable {
    package var name: String
    /// Which example of an outline it is, counted from 1; nil for a plain scenario.
    package var example: Int?
    package var tags: [String]
    /// The feature's background steps first.
    package var steps: [Step]
  }

  package var name: String
  package var scenarios: [Scenario]
}

package struct GherkinError: Error, CustomStringConvertible {
  package var line: Int
  package var message: String
  package var description: String { "line \(line): \(message)" }
}
