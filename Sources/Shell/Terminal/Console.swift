/// The two ways out: data to one, everything said about it to the other.
public final class Console {
  private let standardData: any TextSink
  private let messages: any TextSink
  /// Where data goes instead, while `:output` says so.
  private var redirection: (any TextSink)?
  /// Where the next data goes, for `:once`.
  private var nextRedirection: (any TextSink)?
  private var isOnce = false
  private let dataStyle: Style
  /// How messages look.
  public let style: Style
  private let terminalSize: () -> TerminalSize?

  /// - Parameter terminalSize: asked for each table; nil if data does not go to a terminal.
  public init(
    data: any TextSink, messages: any TextSink, dataStyle: Style, messageStyle: Style,
    terminalSize: @escaping () -> TerminalSize?
  ) {
    standardData = data
    self.messages = messages
    self.dataStyle = dataStyle
    style = messageStyle
    self.terminalSize = terminalSize
  }

  var sink: any TextSink { redirection ?? standardData }
  var sinkStyle: Style { redirection == nil ? dataStyle : Style(isOn: false) }
  /// The columns that data may fill; nil where nothing need be cut.
  var width: Int? { redirection == nil ? terminalSize()?.columns : nil }
  var isDataOnTerminal: Bool { redirection == nil && terminalSize() != nil }
  /// The reader of the data has gone.
  var isClosed: Bool { standardData.isClosed }

  func write(_ text: String) { sink.write(text) }
  func writeLine(_ text: String) { sink.write(text + "\n") }
  /// The same, broken at blanks where it is wider than the terminal.
  func writeText(_ text: String) { writeLine(text.broken(toWidth: width)) }

  /// A sentence about the data, behind all data so far.
  public func note(_ text: String) { report(text.broken(toWidth: width)) }

  /// The same with its lines as they are.
  public func report(_ text: String) {
    flush()
    messages.write(text + "\n")
    messages.flush()
  }

  func dimNote(_ text: String) { note(style.dim(text)) }

  /// A line that the next one replaces; an empty text takes it away. Only for terminals.
  func progress(_ text: String) {
    guard style.isOn else { return }
    flush()
    messages.write("\r\u{1B}[K" + text)
    messages.flush()
  }

  public func flush() { sink.flush() }

  func redirect(to sink: any TextSink) {
    endRedirection()
    redirection = sink
  }

  /// The data of the next statement or command goes to `sink`.
  func redirectNext(to sink: any TextSink) { nextRedirection = sink }

  /// Data goes to standard output again.
  func endRedirection() {
    redirection?.flush()
    redirection = nil
    nextRedirection = nil
  }

  /// Told before each statement or command.
  func beginUnit() {
    guard let next = nextRedirection else { return }
    redirection = next
    nextRedirection = nil
    isOnce = true
  }

  /// Told after each statement or command.
  func endUnit() {
    flush()
    if isOnce { redirection = nil }
    isOnce = false
  }
}
