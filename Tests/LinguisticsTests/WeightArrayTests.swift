import Testing

@testable import Linguistics

@Suite struct WeightArrayTests {
  @Test func `an array gives back the sums of what was put into it, rounded`() throws {
    var list = FeatureList()
    list.add(1, 10)
    list.add(2, 20)
    let count = 64
    var values = [Float](repeating: 0, count: count)
    values[WeightArray.place(list.keys[0], count)] = 1
    values[WeightArray.place(list.keys[1], count)] = -0.5
    let bytes = WeightArray.bytes(values)
    let sum = try bytes.withUnsafeBytes { bytes in
      let array = try #require(WeightArray(bytes))
      return Float(array.score(list)) * array.scale
    }
    #expect(abs(sum - 0.5) < 0.02)
  }

  @Test func `what is no array is refused`() {
    [UInt8](repeating: 0, count: 40).withUnsafeBytes { #expect(WeightArray($0) == nil) }
    WeightArray.bytes([1, 2, 3]).dropLast().withUnsafeBytes { #expect(WeightArray($0) == nil) }
  }
}
