import Foundation
import Graph
import TestSupport
import Testing

@testable import GraphStorage

/// Graph files whose checksums are right and whose contents are not: whatever is asked of one, a child process answers it or says
/// what is wrong, and does not end.
@Suite(.serialized, .enabled(if: ChildProcess.reader != nil, "ForgedFileReader is not built beside the tests"))
struct ForgedFileTests {
  /// How many files, or as many as `DOSSIER_FORGERIES` says.
  static let fileCount = ProcessInfo.processInfo.environment["DOSSIER_FORGERIES"].flatMap { Int($0) } ?? 60
  private static let batchCount = 20

  let folder: TemporaryFolder
  let sound: GraphFileRows

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.file("sound.dossier")
    let child = try ChildProcess(ChildProcess.reader!, ["make", path])
    _ = child.readToEnd(timeoutMilliseconds: 60_000)
    sound = try GraphFileRows(path)
    try #require(!sound.commits.isEmpty && !sound.logged.isEmpty && sound.segments.count > 40)
    #expect(try Self.outcomes(of: [sound.copied(to: folder.file("read.dossier")).path]) == ["answered"])
  }

  /// What the child says of each file; of one that ends it, "ended".
  private static func outcomes(of paths: [String]) throws -> [String] {
    var outcomes: [String] = []
    while outcomes.count < paths.count {
      let child = try ChildProcess(ChildProcess.reader!, ["read"] + paths[outcomes.count...])
      outcomes += child.readToEnd(timeoutMilliseconds: 30_000).split(separator: "\n").map { String($0) }
      if outcomes.count < paths.count { outcomes.append(child.hasEnded ? "ended" : "did not end") }
    }
    return outcomes
  }

  @Test("a file whose contents are forged under right checksums is read or refused, and ends no process")
  func forgeries() throws {
    let seed = SeededGenerator.freshSeed()
    var forger = try Forger(sound, seed: seed)
    let kept = ProcessInfo.processInfo.environment["DOSSIER_FORGERIES_KEPT"]
    var counts = (answered: 0, refused: 0)
    for first in stride(from: 0, to: Self.fileCount, by: Self.batchCount) {
      var files: [(path: String, change: String)] = []
      for number in first..<min(first + Self.batchCount, Self.fileCount) {
        let rows = try sound.copied(to: folder.file("forged-\(number).dossier"))
        files.append((rows.path, try forger.forge(rows)))
        if let kept { try GraphFiles.copy(rows.path, to: "\(kept)/forged-\(number).dossier") }
      }
      for (file, outcome) in zip(files, try Self.outcomes(of: files.map(\.path))) {
        if outcome == "answered" { counts.answered += 1 }
        if outcome.hasPrefix("refused") { counts.refused += 1 }
        if kept != nil { print(file.path.split(separator: "/").last!, file.change, outcome.prefix(400), separator: ": ") }
        #expect(outcome == "answered" || outcome.hasPrefix("refused"), "seed \(seed): \(file.change): \(outcome)")
        GraphFiles.remove(file.path)
      }
    }
    print("forged files: \(Self.fileCount), of which \(counts.answered) were answered and \(counts.refused) refused")
  }
}
