import Foundation
import Graph
import TestSupport
import Testing

@testable import Interchange

@Suite struct ByteOutputTests {
  private func text(_ write: (ByteOutput) -> Void) -> String {
    let output = ByteOutput()
    write(output)
    return output.text
  }

  @Test func `integers are written as Swift prints them`() {
    for number in [0, 1, 9, 10, 99, 100, -1, -10, .max, .min, 1_234_567_890_123_456_789] as [Int64] {
      #expect(text { $0.append(integer: number) } == "\(number)")
    }
  }

  @Test func `integers of every length are written as Swift prints them, one behind the other`() {
    var generator = SeededGenerator(seed: 5)
    var numbers: [Int64] = []
    var power: Int64 = 1
    for _ in 0..<19 {
      numbers += [power - 1, power, power + 1, -power, Int64.random(in: power - 1...power, using: &generator)]
      for _ in 0..<200 { numbers.append(Int64.random(in: power / 10..<power, using: &generator)) }
      power = power.multipliedReportingOverflow(by: 10).partialValue
    }
    let written = text { output in
      for number in numbers {
        output.append(integer: number)
        output.append(literal: " ")
      }
    }
    #expect(written == numbers.map { "\($0) " }.joined())
  }

  @Test func `short decimals are written as Swift prints them, and no other number is taken for one`() {
    var generator = SeededGenerator(seed: 3)
    var numbers: [Double] = [
      0, -0.0, 0.0001, 0.00001, -12.5, 0.5, 1e9, 9_999_999_999.9999, 1e10, 1e16, 0.1 + 0.2, .nan, .infinity, 100,
    ]
    for _ in 0..<20_000 {
      let digits = Double(Int64.random(in: -99_999_999_999...99_999_999_999, using: &generator))
      numbers.append(digits / [1, 10, 100, 1_000, 10_000, 100_000].randomElement(using: &generator)!)
      numbers.append(Double.random(in: -1000...1000, using: &generator))
    }
    var shortCount = 0
    for number in numbers {
      let output = ByteOutput()
      if output.append(shortDecimal: number) {
        shortCount += 1
        #expect(output.text == number.description)
      } else {
        #expect(output.count == 0)
      }
    }
    #expect(shortCount > 10_000)
  }

  @Test func `days are written as dates print themselves`() {
    var generator = SeededGenerator(seed: 4)
    var days: [Int64] = [0, -1, -719_529, -719_528, -719_527, 2_932_896, 2_932_897, 11_016, 11_017, -25_509]
    for _ in 0..<20_000 { days.append(Int64.random(in: -800_000...3_100_000, using: &generator)) }
    for day in days {
      let date = CalendarDate(daysSinceEpoch: day)
      #expect(text { $0.append(date: date) } == date.description)
    }
  }

  @Test func `pieces made on all workers come in their order`() throws {
    let output = ByteOutput()
    try output.append(pieceCount: 300) { piece, text in
      for _ in 0..<(piece % 7) * 1_000 { text.append(UInt8(ascii: ".")) }
      text.append("\(piece) ")
    }
    #expect(output.text.split { $0 == " " || $0 == "." }.map { Int($0) } == (0..<300).map { $0 })
  }

  @Test func `after a piece that could not be delivered none is`() {
    var delivered: [Int] = []
    let error = #expect(throws: InterchangeError.self) {
      try OrderedPieces.run(count: 100) { _, _ in
      } deliver: { piece, _ throws(InterchangeError) in
        if piece == 40 { throw InterchangeError(.cannotWrite, "full") }
        delivered.append(piece)
      }
    }
    #expect(error?.code == .cannotWrite && delivered == Array(0..<40))
  }
}
