/// A syntactic word: where it stands in the text (UTF-8 bytes) and what the models found.
package struct Word: Sendable {
  package var begin: Int
  package var end: Int
  /// Index into `TagSet`.
  package var tag: UInt8 = 0
  /// Index into the document's words; -1 for the root of a sentence.
  package var head = -1
  /// Index into `RelationSet`.
  package var relation: UInt8 = 0

  package init(begin: Int, end: Int) {
    self.begin = begin
    self.end = end
  }
}
