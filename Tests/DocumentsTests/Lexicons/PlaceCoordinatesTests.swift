import Testing

@testable import Documents

@Suite struct PlaceCoordinatesTests {
  @Test("countries, capitals, cities and regions have coordinates that lie on the earth")
  func coverage() {
    let continents: Set<String> = ["Soviet Union"]
    for country in Countries.all where !Gazetteer.isContinent(country.name) && !continents.contains(country.name) {
      let point = PlaceCoordinates.point(of: country.name)
      #expect(point != nil, "\(country.name)")
      if let point { #expect(abs(point.latitude) <= 90 && abs(point.longitude) <= 180, "\(country.name)") }
    }
    #expect(PlaceCoordinates.point(of: "Poland") == .init(latitude: 52, longitude: 20))
    #expect(PlaceCoordinates.point(of: "Normandy") != nil)
    #expect(PlaceCoordinates.point(of: "Osten") == nil)
  }
}
