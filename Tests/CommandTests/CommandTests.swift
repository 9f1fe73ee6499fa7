import Foundation
import Testing

@Suite struct CommandTests {
  @Test func `version and help go to standard output`() throws {
    let version = try DossierBinary.run("--version")
    #expect(version.status == 0 && version.output.contains(/^\d+\.\d+/))
    for command in ["import", "export", "ingest", "extract", "pipe", "check"] {
      let help = try DossierBinary.run(command, "--help")
      #expect(help.status == 0 && help.output.contains("USAGE: dossier \(command)") && help.complaint.isEmpty)
    }
  }

  @Test(
    "wrong usage ends with status 2 and a word on standard error",
    arguments: [
      ["--nonsense"], ["import"], ["import", "x"], ["ingest", "--graph", "g"], ["extract", "--format", "xml"], ["check"],
      ["pipe", "--nonsense"], ["pipe", "g", "h"], ["check", "g", "--nonsense"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try DossierBinary.run(arguments)
    #expect(outcome.status == 2 && outcome.complaint.contains("Usage: dossier") && outcome.output.isEmpty, "\(outcome)")
  }

  @Test func `a graph that nothing was written to leaves no file behind`() throws {
    try Scratch.folder { folder in
      let file = folder.appending(path: "mistyped.dossier").path
      let asked = try DossierBinary.run("--no-init", file, "-c", "MATCH (n) RETURN count(n)")
      #expect(asked.status == 0 && !FileManager.default.fileExists(atPath: file))
      let saved = try DossierBinary.run("--no-init", file, "-c", ":save")
      #expect(saved.status == 0 && FileManager.default.fileExists(atPath: file))
      let written = folder.appending(path: "written.dossier").path
      let indexed = try DossierBinary.run("--no-init", written, "-c", "CREATE INDEX FOR (p:Person) ON (p.name)")
      #expect(indexed.status == 0 && FileManager.default.fileExists(atPath: written))
    }
  }

  @Test func `a mistyped command is told from a graph that is not there`() throws {
    let outcome = try DossierBinary.run("ingset")
    #expect(outcome.status == 3 && outcome.complaint.contains("no such command; --help lists the commands"), "\(outcome)")
  }

  @Test func `a sound file is sound, a damaged or foreign one is refused with status 3`() throws {
    try Scratch.folder { folder in
      let file = folder.appending(path: "g.dossier").path
      let requests = "{\"query\": \"UNWIND range(1, 5000) AS i CREATE (:N {i: i, name: 'node ' + toString(i)})\"}\n"
      #expect(try DossierBinary.run("pipe", file, input: requests).status == 0)
      let sound = try DossierBinary.run("check", file)
      #expect(sound.status == 0 && sound.output.contains("sound; 5,000 nodes, 0 relationships"), "\(sound)")
      var bytes = try Data(contentsOf: URL(filePath: file))
      for offset in stride(from: bytes.count / 3, to: bytes.count, by: 4_096) { bytes[offset] ^= 0x55 }
      try bytes.write(to: URL(filePath: file))
      let damaged = try DossierBinary.run("check", file)
      #expect(damaged.status == 3 && damaged.complaint.hasPrefix("error: \(file)"), "\(damaged)")
      let foreign = try folder.writing("no graph", to: "foreign.dossier")
      #expect(try DossierBinary.run("check", foreign).status == 3)
      #expect(try DossierBinary.run("check", folder.appending(path: "none").path).status == 3)
      #expect(try DossierBinary.run("pipe", foreign).status == 3)
    }
  }

  @Test(
    "a graph that cannot be read whole is not exported as if it could",
    arguments: [["--format", "jsonl"], ["--format", "csv"], ["--format", "graphml"]])
  func damagedExport(arguments: [String]) throws {
    try Scratch.folder { folder in
      let file = folder.appending(path: "g.dossier").path
      let requests = "{\"query\": \"UNWIND range(1, 9000) AS i CREATE (:N {i: i * i % 7919, name: 'node ' + toString(i)})\"}\n"
      #expect(try DossierBinary.run("pipe", file, input: requests).status == 0)
      var bytes = try Data(contentsOf: URL(filePath: file))
      // The names, wherever they stand: those that are in use stand in a segment.
      var place = bytes.startIndex
      while let name = bytes.range(of: Data("node ".utf8), in: place..<bytes.endIndex) {
        bytes[name.lowerBound + 2] ^= 0x55
        place = name.upperBound
      }
      try bytes.write(to: URL(filePath: file))
      let output = folder.appending(path: "out").path
      let outcome = try DossierBinary.run(["export", file, "-o", output] + arguments)
      #expect(outcome.status == 3, "\(outcome)")
      #expect(outcome.complaint.contains("segment") && outcome.complaint.contains("checksum"), "\(outcome)")
      if !arguments.contains("csv") { #expect(!FileManager.default.fileExists(atPath: output)) }
      let printed = try DossierBinary.run(["export", file, "--format", "jsonl"])
      #expect(printed.status == 3, "\(printed.complaint)")
    }
  }
}
