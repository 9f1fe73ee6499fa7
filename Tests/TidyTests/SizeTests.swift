import Testing

/// The mechanical habits of the house: lines that fit, files with one noun, no loose ends.
@Suite struct SizeTests {
  static let longestLine = 130
  static let longestFile = 500

  static let sources =
    Checkout.files(below: "Sources", ending: ".swift", ".h", ".c") + Checkout.files(below: "Tests", ending: ".swift")

  @Test func `no line of the sources is longer than a screen`() throws {
    for file in Self.sources {
      for (number, line) in try Checkout.text(file).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        #expect(line.count <= Self.longestLine, "\(file):\(number + 1) has \(line.count) characters")
      }
    }
  }

  @Test func `no file has room for a second noun`() throws {
    for file in Self.sources where file.hasPrefix("Sources") {
      let lineCount = try Checkout.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lineCount <= Self.longestFile, "\(file) has \(lineCount) lines")
    }
  }

  @Test func `nothing is left for later`() throws {
    // Spelt apart, so that this file does not find itself.
    let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
    for file in Self.sources {
      let text = try Checkout.text(file)
      for mark in marks { #expect(!text.contains("// \(mark)"), "\(file) has a \(mark)") }
    }
  }
}
