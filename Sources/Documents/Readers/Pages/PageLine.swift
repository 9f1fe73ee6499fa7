/// A printed line: its words and the box around them, in points from the top left corner of its page.
struct PageLine: Equatable {
  var text: String
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }
  var wordCount: Int { text.split(separator: " ").count }

  /// Whether both stand in one row, as the cells of a table do.
  func sharesRow(with other: PageLine) -> Bool {
    min(bottom, other.bottom) - max(top, other.top) > 0.5 * min(height, other.height)
  }

  /// A line that goes on with `other` to its right.
  func joined(with other: PageLine) -> PageLine {
    PageLine(
      text: text + " " + other.text, left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}

/// A page and its lines in the order in which the file has them.
struct Page {
  var height: Double
  var lines: [PageLine] = []
}
