/// What makes two documents that say the same known as such: the minima of a family of hash functions over all runs of three
/// words, eight bits of each.
///
/// The share of equal minima estimates the resemblance of the texts, the Jaccard coefficient of their sets of runs, within
/// about 0.04. See Broder, "On the resemblance and containment of documents" (1997), and Li and König, "b-Bit Minwise Hashing"
/// (WWW 2010).
public struct Fingerprint: Sendable, Hashable {
  private static let minimumCount = 128
  private static let runLength = 3
  private static let bandLength = 5
  /// Texts of fewer runs are the same or are not: a single word changes too many of them.
  private static let fewestRuns = 20

  let minima: [UInt8]

  /// O(words).
  init(_ annotations: Annotations) {
    let words = annotations.tokens.lazy.filter { $0.kind != .mark }.map { TextHash.of($0.lower) }
    self.init(words: Array(words))
  }

  init(words: [UInt64]) {
    var runs: Set<UInt64> = []
    if words.count < Self.runLength {
      runs.insert(words.reduce(0, TextHash.combined))
    } else {
      for start in 0...(words.count - Self.runLength) {
        runs.insert(words[start..<start + Self.runLength].reduce(0, TextHash.combined))
      }
    }
    if runs.count < Self.fewestRuns { runs = [words.reduce(1, TextHash.combined)] }
    var minima = [UInt64](repeating: .max, count: Self.minimumCount)
    for run in runs {
      for index in 0..<Self.minimumCount {
        let hash = TextHash.mixed(run ^ Self.seeds[index])
        if hash < minima[index] { minima[index] = hash }
      }
    }
    self.minima = minima.map { UInt8(truncatingIfNeeded: $0) }
  }

  private static let seeds: [UInt64] = (1...UInt64(minimumCount)).map { TextHash.mixed($0 &* 0x9E37_79B9_7F4A_7C15) }

  /// 0 to 1: the share of runs of words that both have.
  func resemblance(to other: Fingerprint) -> Double {
    let equal = zip(minima, other.minima).count { $0 == $1 }
    // Minima that differ agree in eight bits once in 256 times.
    let chance = 1.0 / 256
    return max(0, (Double(equal) / Double(Self.minimumCount) - chance) / (1 - chance))
  }

  /// Documents of a resemblance of 0.6 share one of these with a probability of 0.87, of 0.7 with 0.99.
  var bands: [UInt64] {
    stride(from: 0, to: Self.minimumCount - Self.bandLength + 1, by: Self.bandLength).map { start in
      minima[start..<start + Self.bandLength].reduce(UInt64(start)) { $0 << 8 | UInt64($1) }
    }
  }

  // MARK: As a property

  private static let digits = Array("0123456789abcdef".utf8)

  var text: String {
    String(decoding: minima.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Nil for a text that is no fingerprint.
  init?(text: String) {
    let values = text.utf8.map { byte in Self.digits.firstIndex(of: byte) }
    guard values.count == Self.minimumCount * 2, !values.contains(nil) else { return nil }
    minima = stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0]! << 4 | values[$0 + 1]!) }
  }
}

/// Hashes of texts that are the same on every machine and in every run.
enum TextHash {
  /// FNV-1a (Fowler, Noll, Vo), its bits mixed.
  static func of(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mixed(hash)
  }

  static func combined(_ hash: UInt64, _ next: UInt64) -> UInt64 { mixed(hash &* 0x9E37_79B9_7F4A_7C15 &+ next) }

  /// The finaliser of MurmurHash3 (Appleby): every bit of the input changes half the bits of the output.
  static func mixed(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}
