import Testing

@testable import Documents

@Suite struct EventNamingTests {
  @Test(
    "an event bears its type, or what tells of it where the type says nothing, and the place where nobody takes part",
    arguments: [
      ("The firm constructed a plant in Oslo in 2013.", "constructing of plant in Oslo by firm"),
      ("Jon Karr fell ill on Monday.", "falling ill of Jon Karr"),
      ("Jon Karr was released without charge on Monday.", "release of Jon Karr"),
      ("Rebels attacked the army on Monday.", "attack on army by rebels"),
      ("There was an attack in Oslo on Monday.", "attack in Oslo"),
    ])
  func names(text: String, name: String) throws {
    let found = try Reading(text, date: "2020-05-06").annotations.events.map(\.name)
    #expect(found == [name])
  }
}
