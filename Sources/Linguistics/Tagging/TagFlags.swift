extension [Bool] {
  /// Whether a tag is marked here; false for 255, which stands outside a sentence.
  @inline(__always) func holds(_ tag: UInt8) -> Bool { tag != 255 && self[Int(tag)] }
}
