import Testing

@testable import Documents

@Suite struct CultureNamesTests {
  @Test("languages, creeds and feasts are no entities")
  func noEntities() throws {
    let reading = try Reading("Ann Lee spoke in Swahili and Arabic during Ramadan. Islam came later.")
    #expect(reading.entityNames == ["Ann Lee"])
  }
}
