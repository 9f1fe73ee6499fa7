import Foundation
import Testing

/// LOAD CSV as a user meets it: only from folders that were allowed, and with a word on what is wrong.
@Suite struct LoadCSVCommandTests {
  private static let query = "LOAD CSV WITH HEADERS FROM $file AS row RETURN row.id AS id, row.name AS name, linenumber() AS line"

  private func run(_ arguments: [String], file: String, query: String = query) throws -> DossierBinary.Outcome {
    try DossierBinary.run(["--no-init", "-m", "csv"] + arguments + ["-P", "file=\(file)", "-c", query])
  }

  @Test func `files of an allowed folder are read by path and by URL`() throws {
    try Scratch.folder { folder in
      let text = "\u{FEFF}id,name\r\n1,\"Ana \"\"la\"\" Ruiz, the\nfirst\"\r\n\r\n2,\r\n3,\"\"\r\n"
      let path = try folder.writing(text, to: "pe ople.csv")
      let expected = "id,name,line\n1,\"Ana \"\"la\"\" Ruiz, the\nfirst\",2\n2,,5\n3,\"\",6\n"
      let escaped = path.replacingOccurrences(of: " ", with: "%20")
      for file in [
        "pe ople.csv", path, "./pe ople.csv", "file:///pe%20ople.csv", "file://\(escaped)", "FILE://localhost\(escaped)",
      ] {
        let outcome = try run(["--allow-files", folder.path], file: file)
        #expect(outcome.output == expected && outcome.status == 0, "\(file): \(outcome.output) \(outcome.complaint)")
      }
      let two = try run(["--allow-files", NSTemporaryDirectory() + "/..", "--allow-files", folder.path], file: "pe ople.csv")
      #expect(two.output == expected)
    }
  }

  @Test func `another separator, lists without headers, and what file() says`() throws {
    try Scratch.folder { folder in
      let path = try folder.writing("a;b\n1;2\n", to: "x.csv")
      let real = try #require(realpath(path, nil).map { String(cString: $0) })
      let query = "LOAD CSV FROM $file AS row FIELDTERMINATOR ';' RETURN row[1] AS b, file() AS file"
      #expect(try run(["--allow-files", folder.path], file: "x.csv", query: query).output == "b,file\nb,\(real)\n2,\(real)\n")
      let tabs = try folder.writing("a\tb,c\n", to: "y.tsv")
      let columns = "LOAD CSV FROM $file AS row FIELDTERMINATOR '\\t' RETURN size(row) AS n, row[1] AS b"
      #expect(try run(["--allow-files", folder.path], file: tabs, query: columns).output == "n,b\n2,\"b,c\"\n")
    }
  }

  @Test func `nothing outside the folders is read, neither by dots nor by links`() throws {
    try Scratch.folder { folder in
      let secret = try folder.writing("id,name\n1,secret\n", to: "secret.csv")
      let open = folder.appending(path: "open")
      try FileManager.default.createDirectory(at: open, withIntermediateDirectories: true)
      try FileManager.default.createDirectory(at: folder.appending(path: "openly"), withIntermediateDirectories: true)
      _ = try folder.appending(path: "openly").writing("id,name\n1,secret\n", to: "x.csv")
      try FileManager.default.createSymbolicLink(atPath: open.path + "/link.csv", withDestinationPath: secret)
      try FileManager.default.createSymbolicLink(atPath: open.path + "/linked", withDestinationPath: folder.path)
      for file in [
        secret, "../secret.csv", "link.csv", "linked/secret.csv", "file:///../secret.csv", "file://\(secret)", "/etc/passwd",
        "../openly/x.csv", folder.path + "/openly/x.csv", "file:///%2e%2e/secret.csv", "missing.csv", "",
      ] {
        let outcome = try run(["--allow-files", open.path], file: file)
        #expect(outcome.status == 1 && !outcome.output.contains("secret"), "\(file)")
        #expect(!outcome.complaint.contains("passwd:"), "\(file)")
        #expect(outcome.complaint.contains("--allow-files"), "\(file): \(outcome.complaint)")
      }
    }
  }

  @Test func `without a folder, from the network and in a pipe there is only a message`() throws {
    try Scratch.folder { folder in
      let path = try folder.writing("id\n1\n", to: "x.csv")
      #expect(try run([], file: path).complaint.contains("start dossier with --allow-files FOLDER"))
      for address in ["https://example.org/x.csv", "http://localhost/x.csv", "ftp://x/y.csv", "file://elsewhere/x.csv"] {
        let outcome = try run(["--allow-files", folder.path], file: address)
        #expect(outcome.status == 1 && outcome.complaint.contains("LOAD CSV reads"), "\(address): \(outcome.complaint)")
      }
      let request = #"{"query": "LOAD CSV FROM '\#(path)' AS row RETURN row"}"# + "\n"
      #expect(try DossierBinary.run("pipe", "--memory", input: request).output.contains("FileAccessDenied"))
      #expect(try DossierBinary.run("--no-init", "--allow-files", folder.path + "/none", "-c", "RETURN 1").status == 2)
    }
  }

  @Test(
    "a record that cannot be read is named by its line",
    arguments: [
      ("id,name\n1,a\n2,\"b\nx,c\n", "line 3: the text ends inside quotes"), ("id,name\n1,\"a\"b\n", "line 2: found `b"),
      ("id,name\n\n1,a,b\n", "line 3: found 3 fields, expected at most 2"),
      ("id,id\n1,2\n", "line 1: the header has two columns"),
    ])
  func malformed(text: String, message: String) throws {
    try Scratch.folder { folder in
      let path = try folder.writing(text, to: "bad.csv")
      let outcome = try run(["--allow-files", folder.path], file: path)
      #expect(outcome.status == 1 && outcome.complaint.contains("bad.csv, " + message), "\(outcome.complaint)")
    }
  }

  @Test func `a file that is not UTF-8 is refused with its line`() throws {
    try Scratch.folder { folder in
      let file = folder.appending(path: "latin.csv")
      try Data([UInt8]("id,name\n1,a\n2,".utf8) + [0xE9, 0x0A]).write(to: file)
      let outcome = try run(["--allow-files", folder.path], file: file.path)
      #expect(outcome.complaint.contains("latin.csv, line 3: the record is not valid UTF-8"), "\(outcome.complaint)")
    }
  }
}
