import Graph

/// The forms of the requests that came last.
struct RequestForms {
  private static let largestCount = 8
  private var forms: [RequestForm] = []
  private var latest = 0
  /// Where the next new one goes.
  private var next = 0

  /// What a line asks for, if that is a statement; nil where the line has to be read by who can say what is wrong with it.
  mutating func statement(_ line: UnsafeBufferPointer<UInt8>) -> RequestForm.Statement? {
    guard line.count <= RequestForm.largestLineByteCount else { return nil }
    if latest < forms.count, forms[latest].read(line) { return forms[latest].statement }
    for place in forms.indices where place != latest && forms[place].read(line) {
      latest = place
      return forms[place].statement
    }
    guard let form = RequestForm(line) else { return nil }
    latest = next
    if forms.count < Self.largestCount { forms.append(form) } else { forms[next] = form }
    next = (next + 1) % Self.largestCount
    return form.statement
  }
}
