import Foundation
import Graph
import Testing

@testable import Interchange

@Suite struct CSVReaderTests {
  /// Reads `files`, whose names are keys; every row as text.
  static func read(_ files: [String: String], chunkByteCount: Int = 1 << 20) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-csv-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let pulled = Result { () throws(InterchangeError) in
      var reader = try CSVReader(paths: [folder.path], chunkByteCount: chunkByteCount)
      var rows: [String] = []
      while let batch = try reader.next() { rows += RoundTripTests.elements(of: batch).map(\.text) }
      return rows
    }
    // The other way to read, a first batch apart, comes to the same.
    var pushed: [String] = []
    do {
      var reader = try CSVReader(paths: [folder.path], chunkByteCount: chunkByteCount)
      if let batch = try reader.next() { pushed += RoundTripTests.elements(of: batch).map(\.text) }
      try reader.forEachBatch { batch, progress in
        pushed += RoundTripTests.elements(of: batch).map(\.text)
        #expect(progress.done <= progress.total)
      }
      #expect((try? pulled.get()) == pushed)
    } catch {
      let refusal = #expect(throws: InterchangeError.self) { try pulled.get() }
      #expect(refusal?.description == "\(error)")
    }
    do throws(InterchangeError) {
      return try pulled.get()
    } catch {
      var error = error
      error.file = error.file?.replacing(folder.path + "/", with: "").replacing(folder.path, with: "FOLDER")
      throw error
    }
  }

  @Test func `whoever takes the rows may refuse them`() throws {
    struct Refusal: Error {}
    let file = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString).csv")
    try Data((":ID,x\n" + (0..<900).map { "\($0),\($0)\n" }.joined()).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var reader = try CSVReader(paths: [file.path], chunkByteCount: 100)
    var count = 0
    #expect(throws: Refusal.self) {
      try reader.forEachBatch { batch, _ in
        count += 1
        if count == 3 { throw Refusal() }
      }
    }
    #expect(count == 3)
  }

  @Test func `headers in the form of neo4j-admin give typed columns`() throws {
    let rows = try Self.read([
      "Person.csv": """
      id:ID,name:STRING,age:INT64,risk:DOUBLE,born:DATE,ok:boolean,tags:STRING[],:LABEL
      1,Ana,30,0.5,1990-02-28,true,a;b,Person
      2,"Zoë, ""Owl""
      Müller",-1,1e3,,FALSE,,Person;Spy

      """,
      "knows.csv": ":START_ID,:END_ID,:TYPE,since:INT64\r\n1,2,KNOWS,2001\r\n2,1,KNOWS,\r\n",
    ])
    #expect(
      rows == [
        "(1 [\"Person\"] age=Integer:30|born=Date:'1990-02-28'|id=Integer:1|name=String:'Ana'|ok=Boolean:true"
          + "|risk=Float:0.5|tags=List:['a', 'b'])",
        "(2 [\"Person\", \"Spy\"] age=Integer:-1|id=Integer:2|name=String:'Zoë, \"Owl\"\\nMüller'"
          + "|ok=Boolean:false|risk=Float:1000.0)",
        "[1 KNOWS 2 since=Integer:2001]", "[2 KNOWS 1 ]",
      ])
  }

  @Test("a file is the same wherever it is cut into chunks", arguments: [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144])
  func chunks(byteCount: Int) throws {
    var files = ["a.csv": "id:ID,x\n", "r.csv": ":START_ID,:END_ID,:TYPE,n:INT64\r\n"]
    for id in 0..<60 {
      files["a.csv"]! +=
        "\(id),\(["\"two\nlines,\n\"\"quoted\"\"\n\"", "a\"b", "", "plain"][id % 4])\n" + (id % 7 == 0 ? "\n\r\n" : "")
      files["r.csv"]! += "\(id),\(59 - id),\(id % 2 == 0 ? "T" : "U"),\(id)\r\n"
    }
    #expect(try Self.read(files, chunkByteCount: byteCount).sorted() == Self.read(files).sorted())
    let broken = files.merging(["b.csv": "id:ID,n:INT64\n100,\"1\"\n\n101,x\n"]) { $1 }
    let error = #expect(throws: InterchangeError.self) { try Self.read(broken, chunkByteCount: byteCount) }
    #expect(error?.record == 3 && error?.file == "b.csv" && error?.column == "n:INT64")
    let unclosed = files.merging(["b.csv": "id:ID,n\n100,a\n101,\"x\n102,y\n"]) { $1 }
    let unclosedError = #expect(throws: InterchangeError.self) { try Self.read(unclosed, chunkByteCount: byteCount) }
    #expect(unclosedError?.record == 3 && unclosedError?.file == "b.csv")
  }

  @Test func `an empty cell is nothing, empty quotes are an empty text`() throws {
    let rows = try Self.read(["a.csv": "\u{FEFF}:ID,x,y:STRING[]\n1,,\n2,\"\",\"\"\n"])
    #expect(rows == ["(1 [\"a\"] )", "(2 [\"a\"] x=String:''|y=List:[])"])
  }

  @Test func `a text among the ids makes texts of all`() throws {
    var reader = try CSVReader(paths: [try Self.file(":ID,n\n1,a\n007,b\n")])
    let batch = try #require(try reader.next())
    guard case .nodes(let columns) = batch.columns else {
      Issue.record("no nodes")
      return
    }
    #expect(columns.externalIDs[0].literal == "'1'" && columns.externalIDs[1].literal == "'007'")
    #expect(batch.records == [2, 3])
  }

  private static func file(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    return file.path
  }

  static let broken: [(String, [String: String], String)] = [
    ("empty", ["a.csv": ""], "a.csv: the file is empty, expected a header such as `id:ID,name:STRING,:LABEL`"),
    (
      "no ids", ["a.csv": "name\nx\n"],
      "a.csv, record 1: the header has neither an :ID column nor :START_ID and :END_ID; "
        + "write `id:ID` for nodes or `:START_ID,:END_ID` for relationships"
    ),
    (
      "unknown type", ["a.csv": ":ID,x:INTEGR\n"],
      "a.csv, record 1, column x:INTEGR: INTEGR is not a type; write INT64, DOUBLE, BOOLEAN, STRING, DATE, LOCALTIME, TIME, "
        + "LOCALDATETIME, DATETIME or DURATION, with [] for a list"
    ),
    (
      "no integer", ["a.csv": ":ID,x:INT64\n1,5\n2,5x\n"],
      "a.csv, record 3, column x:INT64: found `5x`, expected an integer of 64 bits"
    ),
    (
      "too large", ["a.csv": ":ID,x:INT64\n1,9223372036854775808\n"],
      "a.csv, record 2, column x:INT64: found `9223372036854775808`, expected an integer of 64 bits"
    ),
    (
      "no date", ["a.csv": ":ID,x:DATE\n1,2013-02-30\n"],
      "a.csv, record 2, column x:DATE: found `2013-02-30`, expected a date such as 2013-01-11"
    ),
    ("no boolean", ["a.csv": ":ID,x:BOOLEAN\n1,yes\n"], "a.csv, record 2, column x:BOOLEAN: found `yes`, expected true or false"),
    ("no id", ["a.csv": ":ID,x\n,5\n"], "a.csv, record 2, column :ID: the cell is empty, expected an id"),
    (
      "fields", ["a.csv": ":ID,x\n1,a,b\n"],
      "a.csv, record 2: found 3 fields, expected 2 as in the header; put texts with commas between quotes"
    ),
    (
      "open quotes", ["a.csv": ":ID,x\n1,\"a\n"],
      "a.csv, record 2: the text ends inside quotes that open in this record; "
        + "close the quotes, and write a quote inside them twice"
    ),
    (
      "text after quotes", ["a.csv": ":ID,x\n1,\"a\"b\n"],
      "a.csv, record 2: found `b\n` after closing quotes, expected `,` or the end of the line; "
        + "write a quote inside quotes twice"
    ),
    ("twice", ["a.csv": ":ID,x,x:INT\n"], "a.csv, record 1, column x:INT: the column comes a second time"),
    (
      "groups", ["a.csv": ":ID(Person)\n"],
      "a.csv, record 1, column :ID(Person): id groups, as in :ID(Person), are not supported; "
        + "make the ids unique over all files and leave the group out"
    ),
    (
      "no nodes", ["r.csv": ":START_ID,:END_ID,:TYPE\n"],
      "FOLDER: none of the files has an :ID column; add a file of nodes, with `id:ID` in its header"
    ),
    ("no files", ["r.txt": ""], "FOLDER: the folder has no file that ends in .csv"),
    (
      "end is no integer", ["a.csv": ":ID\n1\n", "r.csv": ":START_ID,:END_ID,:TYPE\n1,x,T\n"],
      "r.csv, record 2, column :END_ID: found `x`, expected an integer, as in the node files"
    ),
    (
      "no type", ["a.csv": ":ID\n1\n", "r.csv": ":START_ID,:END_ID,:TYPE\n1,1,\n"],
      "r.csv, record 2, column :TYPE: the type is empty, expected a name"
    ),
  ]

  @Test("a broken file is refused with its place and a remedy", arguments: broken)
  func errors(name: String, files: [String: String], message: String) throws {
    let error = #expect(throws: InterchangeError.self) { try Self.read(files) }
    #expect(error?.description == message)
  }

  @Test func `bytes that are no UTF-8 are refused`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString).csv")
    try (Data(":ID,x\n1,".utf8) + Data([0xFF, 0xFE]) + Data("\n".utf8)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var reader = try CSVReader(paths: [file.path])
    let error = #expect(throws: InterchangeError.self) { _ = try reader.next() }
    #expect(error?.message == "the text is not valid UTF-8" && error?.record == 2)
  }

  @Test(
    "numbers are read as they are written",
    arguments: ["0", "-0.0", "1.5", "0.1", "123456789012345", "1e-7", "4.9E-324", "-17.25", "NaN", "3."])
  func floats(text: String) throws {
    var text = text
    let read = text.withUTF8(CSVText.float)
    let number = try #require(read)
    #expect(number.bitPattern == (text == "3." ? 3 : Double(text)!).bitPattern)
  }

  @Test("what is no number is refused", arguments: ["", "-", ".", "1x", "0x10", "1 ", "nan", "inf", "1e999", "--1"])
  func badFloats(text: String) {
    var text = text
    let read = text.withUTF8(CSVText.float)
    #expect(read == nil)
  }
}
