import CPseudoTerminal
import Foundation
import Testing

/// The built program at a terminal that the test types on and looks at.
final class TerminalSession {
  enum Key {
    static let up = "\u{1B}[A", down = "\u{1B}[B", right = "\u{1B}[C", left = "\u{1B}[D"
    static let home = "\u{1B}[1~", end = "\u{1B}[4~", delete = "\u{1B}[3~", wordLeft = "\u{1B}[1;5D", wordRight = "\u{1B}[1;5C"
    static let enter = "\r", newLine = "\u{1B}\r", tab = "\t", interrupt = "\u{3}", endOfInput = "\u{4}", search = "\u{12}"
    static let backspace = "\u{7F}"
    static func paste(_ text: String) -> String { "\u{1B}[200~" + text + "\u{1B}[201~" }
  }

  private let process: Int32
  private let master: Int32
  private(set) var screen: Screen
  private var status: Int32?

  /// Long enough for a debug build on a machine with other work.
  static let patienceSeconds = 30.0

  /// True where a terminal can be had at all.
  static let isAvailable = pseudo_terminal_is_available()

  /// - Parameter home: where the program keeps its history; nothing of the user's own is read.
  init(_ arguments: [String] = [], home: URL, columns: Int = 80, rows: Int = 40) throws {
    screen = Screen(columns: columns)
    let environment = [
      "HOME=\(home.path)", "TERM=xterm", "LANG=C.UTF-8", "NO_COLOR=1",
      "PATH=\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
    ]
    var master: Int32 = -1
    process = withCStrings([DossierBinary.path] + arguments) { arguments in
      withCStrings(environment) { pseudo_terminal_spawn(arguments, $0, Int32(columns), Int32(rows), &master) }
    }
    self.master = master
    try #require(process > 0)
  }

  deinit {
    close(master)
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress!, $0.count) }
  }

  /// Types, and looks until the screen is as wanted.
  func type(_ text: String, until isReached: (Screen) -> Bool, sourceLocation: SourceLocation = #_sourceLocation) throws {
    type(text)
    try look(until: isReached, sourceLocation: sourceLocation)
  }

  func look(until isReached: (Screen) -> Bool, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let deadline = Date().addingTimeInterval(Self.patienceSeconds)
    while !isReached(screen) {
      guard Date() < deadline, read(milliseconds: 100) else {
        Issue.record("the screen did not come to what was waited for:\n\(screen.text)", sourceLocation: sourceLocation)
        throw Lost()
      }
    }
  }

  struct Lost: Error {}

  /// False if the program has gone.
  private func read(milliseconds: Int32) -> Bool {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return true }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    screen.write(Array(bytes[..<count]))
    return true
  }

  func resize(columns: Int, rows: Int) { pseudo_terminal_resize(master, Int32(columns), Int32(rows)) }

  /// Waits until the program has ended by itself; its exit code.
  func waitForEnd() -> Int32 {
    let deadline = Date().addingTimeInterval(Self.patienceSeconds)
    while read(milliseconds: 100), Date() < deadline {}
    if Date() >= deadline { kill(process, SIGKILL) }
    var raw: Int32 = 0
    waitpid(process, &raw, 0)
    let code = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : -1
    status = code
    return code
  }
}

/// Runs `body` with a null-terminated list of C strings.
private func withCStrings<Result>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  let pointers = copies.map { UnsafePointer($0) } + [nil]
  return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
}
