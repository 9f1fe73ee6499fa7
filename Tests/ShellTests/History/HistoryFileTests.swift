import Foundation
import Testing

@testable import Shell

@Suite struct HistoryFileTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-history-\(UUID().uuidString)")
  var path: String { folder.appending(path: "state/history").path(percentEncoded: false) }

  @Test func `what was typed comes back, newlines and all, for its owner only`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = HistoryFile(path: path)
    #expect(file.load() == [])
    let entries = ["MATCH (n)\nRETURN n;", "RETURN \"日本\\\" \u{1B}\";", ":mode csv"]
    for entry in entries { file.append(entry) }
    #expect(HistoryFile(path: path).load() == entries)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `lines that are no history are left out`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = HistoryFile(path: path)
    file.append("RETURN 1;")
    try (try String(contentsOfFile: path, encoding: .utf8) + "rubbish\n{\"a\": 1}\n\"half").write(
      toFile: path, atomically: false, encoding: .utf8)
    #expect(file.load() == ["RETURN 1;"])
  }

  @Test func `only the newest are kept`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = HistoryFile(path: path)
    file.append("first")
    let many = (0..<HistoryFile.capacity * 2).map { "\"RETURN \($0);\"\n" }.joined()
    try many.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(file.load().count == HistoryFile.capacity)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == HistoryFile.capacity)
    #expect(lines.last == "\"RETURN \(HistoryFile.capacity * 2 - 1);\"")
  }

  @Test func `shells that write at once lose nothing of each other's`() async {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = self.path
    await withTaskGroup(of: Void.self) { group in
      for shell in 0..<4 {
        group.addTask {
          let file = HistoryFile(path: path)
          for entry in 0..<50 { file.append("shell \(shell), entry \(entry)\n" + String(repeating: "x", count: 500)) }
        }
      }
    }
    #expect(Set(HistoryFile(path: path).load()).count == 200)
  }

  @Test func `clearing forgets the file too`() {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = HistoryFile(path: path)
    file.append("RETURN 1;")
    file.clear()
    #expect(HistoryFile(path: path).load() == [])
  }
}
