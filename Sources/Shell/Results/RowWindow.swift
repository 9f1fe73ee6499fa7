import Graph

/// The rows of a result that will be shown: all of them, or the first and the last where there are more than the limit.
struct RowWindow {
  private let limit: Int?
  private(set) var head: [[Value]] = []
  private var tail: [[Value]] = []
  /// Where in `tail` the oldest row stands, once it is full.
  private var oldest = 0
  private(set) var rowCount = 0

  init(limit: Int?) { self.limit = limit.map { max($0, 2) } }

  private var half: Int { (limit ?? 0) / 2 }

  mutating func append(_ record: [Value]) {
    rowCount += 1
    guard let limit else { return head.append(record) }
    if head.count < limit - half {
      head.append(record)
    } else if tail.count < half {
      tail.append(record)
    } else {
      tail[oldest] = record
      oldest = (oldest + 1) % half
    }
  }

  var hiddenRowCount: Int { rowCount - head.count - tail.count }

  /// The rows to show with their numbers from 1, and how many of them stand before the gap.
  var shown: (rows: [(number: Int, record: [Value])], countBeforeGap: Int) {
    var rows: [(number: Int, record: [Value])] = head.enumerated().map { (number: $0 + 1, record: $1) }
    let first = rowCount - tail.count + 1
    for index in tail.indices {
      rows.append((number: first + index, record: tail[(oldest + index) % tail.count]))
    }
    return (rows, head.count)
  }
}
