import Testing

@testable import Linguistics
@testable import TrainModels

@Suite struct LinearModelTests {
  private func features(_ values: [UInt64]) -> [UInt64] {
    var list = FeatureList()
    for value in values { list.add(1, value) }
    return (0..<list.count).map { list.keys[$0] }
  }

  private func scores(_ model: LinearModel, _ keys: [UInt64]) -> [Int32] {
    var list = FeatureList()
    list.replace(with: keys)
    var scores = [Int32](repeating: 0, count: model.classCount)
    scores.withUnsafeMutableBufferPointer { model.score(list, into: $0.baseAddress!) }
    return scores
  }

  @Test func `a model packed to bytes scores known features with their rounded weights and unknown ones with nothing`() throws {
    let keys = features(Array(0..<500))
    // Class 1 has weight i, class 2 has −1 for every hundredth.
    var weights = [Float](repeating: 0, count: 1500)
    for index in 0..<500 {
      weights[index * 3 + 1] = Float(index % 100)
      if index % 100 == 7 { weights[index * 3 + 2] = -99 }
    }
    let archive = OpenArchive(ModelArchive.bytes([("m", ModelPacking.pack(weights, classCount: 3, keys: keys, rowLimit: 1000))]))
    let model = try #require(LinearModel(archive.archive["m"]!))
    for index in [2, 7, 50, 407] {
      let found = scores(model, [keys[index]])
      #expect(abs(Float(found[1]) * model.scale - Float(index % 100)) <= model.scale)
      #expect((found[2] < 0) == (index % 100 == 7))
    }
    #expect(scores(model, features(Array(1000..<1050))).allSatisfy { abs($0) < 200 })
    #expect(archive.archive["other"] == nil)
  }

  @Test func `short rows add to no class but their own where there are as many as a byte can number`() throws {
    let (keys, classCount) = (features(Array(0..<60)), 256)
    // Rows of one to six classes, the last ones among them.
    var weights = [Float](repeating: 0, count: 60 * classCount)
    for row in 0..<60 {
      for step in 0...(row % 6) { weights[row * classCount + (row * 37 + step * 51) % classCount] = Float(step + 1) }
    }
    let archive = OpenArchive(
      ModelArchive.bytes([("m", ModelPacking.pack(weights, classCount: classCount, keys: keys, rowLimit: 1000))]))
    let model = try #require(LinearModel(archive.archive["m"]!))
    for row in 0..<60 {
      let found = scores(model, [keys[row]]).map { Float($0) * model.scale }
      for number in 0..<classCount { #expect(abs(found[number] - weights[row * classCount + number]) <= model.scale) }
    }
  }

  @Test func `a row of many classes is written whole and a decision of many features adds them all`() throws {
    let (keys, classCount) = (features(Array(0..<300)), 20)
    // Every tenth row has all classes, the others one; a weight is the class's number, −1 for odd rows.
    var weights = [Float](repeating: 0, count: 300 * classCount)
    for row in 0..<300 {
      for number in 0..<classCount where row % 10 == 0 || number == row % classCount {
        weights[row * classCount + number] = row % 2 == 0 ? Float(number) : -1
      }
    }
    let archive = OpenArchive(
      ModelArchive.bytes([("m", ModelPacking.pack(weights, classCount: classCount, keys: keys, rowLimit: 1000))]))
    let model = try #require(LinearModel(archive.archive["m"]!))
    let whole = scores(model, [keys[10]]).map { Float($0) * model.scale }
    for number in 0..<classCount { #expect(abs(whole[number] - Float(number)) <= model.scale) }
    let sums = scores(model, keys).map { Float($0) * model.scale }
    for number in 0..<classCount {
      let wanted = (0..<300).reduce(Float(0)) { $0 + weights[$1 * classCount + number] }
      #expect(abs(sums[number] - wanted) <= 45 * model.scale)
    }
  }

  @Test func `bytes that are no model are refused`() {
    for bytes in [[], [UInt8](repeating: 0, count: 64), Array("a model of something else altogether".utf8)] {
      bytes.withUnsafeBytes { #expect(LinearModel($0) == nil && WordTable($0) == nil && ModelArchive($0) == nil) }
    }
  }

  @Test func `a word table finds each of its words`() throws {
    let words = (0..<2000).map { "word\($0 % 7)x\(String(UnicodeScalar(UInt8(97 + $0 % 26))))\($0)abc" }
    let entries = words.enumerated().map { (word: FeatureKey.bytes(Array($1.utf8), $1.utf8.count), value: UInt32($0 + 1)) }
    let archive = OpenArchive(ModelArchive.bytes([("t", WordTable.bytes(entries))]))
    let table = try #require(WordTable(archive.archive["t"]!))
    for (word, value) in entries { #expect(table[word] == value) }
    #expect(table[FeatureKey.bytes(Array("absent".utf8), 6)] == 0)
  }
}
