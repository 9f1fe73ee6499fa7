import Testing

@testable import Documents

@Suite struct TextEncodingTests {
  private func decoded(_ bytes: [UInt8], declared: String? = nil) throws -> String {
    String(decoding: try TextEncoding.decoded(bytes, declared: declared, fileName: "x.txt"), as: UTF8.self)
  }

  private func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
  }

  @Test("UTF-16 is known by its byte order mark, and in Latin text without one")
  func wide() throws {
    let text = "Zoë met Ana Ruiz in Łódź 😀."
    #expect(try decoded([0xFF, 0xFE] + utf16(text, isBig: false)) == text)
    #expect(try decoded([0xFE, 0xFF] + utf16(text, isBig: true)) == text)
    let plain = "The minister resigned on Monday."
    #expect(try decoded(utf16(plain, isBig: false)) == plain)
    #expect(try decoded(utf16(plain, isBig: true)) == plain)
  }

  @Test("bytes that are not UTF-8 but words of a Latin script are Windows-1252")
  func windows() throws {
    let bytes = Array("The caf".utf8) + [0xE9] + Array(" owner said ".utf8) + [0x93] + Array("no".utf8) + [0x94, 0x2E]
    #expect(try decoded(bytes) == "The café owner said “no”.")
    #expect(try decoded(bytes, declared: "ISO-8859-1") == "The café owner said “no”.")
  }

  @Test("what is declared decides between encodings of the same bytes")
  func declared() throws {
    let bytes = Array("It cost 5 ".utf8) + [0xA4, 0x2E]
    #expect(try decoded(bytes, declared: "iso-8859-15") == "It cost 5 €.")
    #expect(try decoded(bytes) == "It cost 5 ¤.")
    // A wrong declaration does not spoil UTF-8.
    #expect(try decoded(Array("Zoë left.".utf8), declared: "iso-8859-1") == "Zoë left.")
  }

  @Test("what is said to be UTF-8 may be broken in a few places")
  func broken() throws {
    let text = Array(repeating: "Zoë said “no”. ", count: 20).joined()
    let bytes = Array(text.utf8) + [0xFF] + Array("The end.".utf8)
    #expect(try decoded(bytes, declared: "utf-8") == text + "\u{FFFD}The end.")
    #expect(throws: DocumentError.self) { _ = try decoded(bytes) }
    #expect(throws: DocumentError.self) { _ = try decoded([0x41, 0xFF, 0x9D, 0x42], declared: "utf-8") }
  }

  @Test("an encoding that is not read is named")
  func unread() {
    let bytes = Array("word ".utf8) + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    #expect {
      _ = try TextEncoding.decoded(bytes, declared: "windows-1251", fileName: "x.txt")
    } throws: { error in
      (error as? DocumentError)?.message.contains("windows-1251") == true
    }
  }

  @Test("a picture is no text")
  func binary() {
    #expect(throws: DocumentError.self) { _ = try decoded([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]) }
  }
}
