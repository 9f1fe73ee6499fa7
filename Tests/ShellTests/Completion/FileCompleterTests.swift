import Foundation
import Testing

@testable import Shell

@Suite struct FileCompleterTests {
  @Test func `files are completed folder by folder, hidden ones only when asked for`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-files-\(UUID().uuidString)")
    let inner = folder.appending(path: "my texts")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["alpha.md", "alpha.txt", ".hidden"] { try Data().write(to: folder.appending(path: name)) }
    try Data().write(to: inner.appending(path: "beta.md"))
    let path = folder.path(percentEncoded: false)
    func labels(_ typed: String) -> [String] { FileCompleter.complete(Word(typed)).candidates.map(\.label) }
    #expect(labels(path + "/") == ["alpha.md", "alpha.txt", "my texts/"])
    #expect(labels(path + "/.h") == [".hidden"])
    #expect(labels("\"" + path + "/my texts/") == ["beta.md"])
    #expect(FileCompleter.complete(Word(path + "/my")).candidates.first?.text == "\"" + path + "/my texts/")
    #expect(labels(path + "/nothing") == [])
  }

  @Test(
    "the word before the cursor is found",
    arguments: [
      ("a b", "b", 1, 1), ("a ", "", 0, 1), ("\"a b", "a b", 4, 0), ("\"a b\" c", "c", 1, 1), ("", "", 0, 0),
      ("'x y' 'z", "z", 2, 1),
    ])
  func words(arguments: String, text: String, typedCount: Int, index: Int) {
    let word = Word(arguments)
    #expect(word.text == text)
    #expect(word.typedCount == typedCount)
    #expect(word.index == index)
  }
}
