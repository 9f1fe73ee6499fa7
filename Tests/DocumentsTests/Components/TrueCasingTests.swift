import Testing

@testable import Documents

@Suite struct TrueCasingTests {
  private func title(_ title: String, body: String) throws -> String {
    let document = try Reading(title + "\n\n" + body).annotations.document
    return String(decoding: TrueCasing(document).bytes.prefix(title.utf8.count), as: UTF8.self)
  }

  @Test("a headline keeps the capitals of names that the body knows, and loses those of weight")
  func headline() throws {
    let body = "The Sorvian army crossed the river on Monday. It met the Ulmen River again. A truce is in doubt, officials said."
    #expect(
      try title("Sorvian Truce in Doubt After Raid on River Crossing", body: body)
        == "Sorvian truce in doubt after raid on river crossing")
    #expect(try title("Raid Near Ulmen River Leaves Truce in Doubt", body: body) == "raid near Ulmen River leaves truce in doubt")
  }

  @Test("the body keeps its capitals")
  func body() throws {
    let text = "Raid Leaves Truce in Doubt\n\nThe Army of Sorvia Left the River on Monday."
    let document = try Reading(text).annotations.document
    #expect(TrueCasing(document).bytes.suffix(40) == document.bytes.suffix(40))
  }
}
