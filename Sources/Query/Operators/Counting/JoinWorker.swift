import Cypher
import Graph
import GraphStorage

/// What one thread of a join has bound, and the loops over candidates.
final class JoinWorker: @unchecked Sendable {
  /// A probe as bare pointers, and the row chosen now.
  private struct Probe {
    let offsets: UnsafeMutablePointer<UInt32>
    let neighbours: UnsafeMutablePointer<UInt32>
    let multiplicities: UnsafeMutablePointer<UInt32>?
    let firstRow: Int
    let rowCount: UInt
    let target: Int
    /// One bit a node of the graph, nil where the row is searched.
    let marks: UnsafeMutablePointer<UInt64>?
    var start = 0
    var end = 0
    /// How far an ascending search has come.
    var cursor = 0

    /// The row chosen now.
    var row: JoinRow { JoinRow(neighbours: neighbours, multiplicities: multiplicities, start: start, end: end) }

    /// The row of a node; empty where it has none.
    @inline(__always) func row(of node: UInt32) -> JoinRow {
      let index = Int(node) &- firstRow
      guard UInt(bitPattern: index) < rowCount else {
        return JoinRow(neighbours: neighbours, multiplicities: multiplicities, start: 0, end: 0)
      }
      return JoinRow(
        neighbours: neighbours, multiplicities: multiplicities, start: Int(offsets[index]), end: Int(offsets[index &+ 1]))
    }

    @inline(__always) func isMarked(_ node: UInt32) -> Bool {
      marks![Int(node &>> 6)] & (1 &<< UInt64(node & 63)) != 0
    }
  }

  private struct Level {
    let weights: NodeWeightPointers
    let isPlain: Bool
    let isGiven: Bool
    let probes: UnsafeMutableBufferPointer<Int>
    let dependents: UnsafeMutableBufferPointer<Int>

    @inline(__always) func weight(of node: UInt32) -> Int64 { isGiven ? 1 : weights.weight(of: node) }
  }

  /// A marked row is walked instead of the others only where it is so much shorter.
  private static let markedRowFactor = 32

  private let levels: UnsafeMutablePointer<Level>
  private let levelCount: Int
  private let probes: UnsafeMutablePointer<Probe>
  private let probeCount: Int
  private let markWordCount: Int
  private let interruption: JoinInterruption
  private let worker: Int
  private let owners: (levels: [JoinLevel], probes: [JoinProbe])
  private let lookahead: JoinLookahead?
  private let tail: JoinTail?
  private var bindingsUntilPoll = 0
  private var isEnded = false
  /// True once a number did not fit.
  private(set) var hasOverflown = false

  init(_ levels: [JoinLevel], _ probes: [JoinProbe], nodeCapacity: Int, _ interruption: JoinInterruption, _ worker: Int) {
    owners = (levels, probes)
    lookahead = JoinLookahead(levels, probes)
    tail = JoinTail(levels, probes)
    self.interruption = interruption
    self.worker = worker
    levelCount = levels.count
    probeCount = probes.count
    markWordCount = nodeCapacity / 64 + 1
    self.levels = .allocate(capacity: levels.count)
    self.probes = .allocate(capacity: max(probes.count, 1))
    for (index, level) in levels.enumerated() {
      (self.levels + index).initialize(
        to: Level(
          weights: NodeWeightPointers(level.weights), isPlain: level.isPlain, isGiven: level.isGiven,
          probes: Self.copy(level.probes),
          dependents: Self.copy(level.dependents)))
    }
    for (index, probe) in probes.enumerated() {
      var marks: UnsafeMutablePointer<UInt64>?
      if probe.isMarked {
        marks = .allocate(capacity: markWordCount)
        marks!.initialize(repeating: 0, count: markWordCount)
      }
      (self.probes + index).initialize(
        to: Probe(
          offsets: probe.rows.offsets, neighbours: probe.rows.neighbours,
          multiplicities: probe.countsParallels ? probe.rows.multiplicities : nil, firstRow: probe.rows.firstNode,
          rowCount: UInt(probe.rows.rowCount), target: probe.target, marks: marks))
    }
  }

  private static func copy(_ numbers: [Int]) -> UnsafeMutableBufferPointer<Int> {
    let copy = UnsafeMutableBufferPointer<Int>.allocate(capacity: numbers.count)
    _ = copy.initialize(from: numbers)
    return copy
  }

  deinit {
    for level in 0..<levelCount {
      levels[level].probes.deallocate()
      levels[level].dependents.deallocate()
    }
    for probe in 0..<probeCount { probes[probe].marks?.deallocate() }
    levels.deallocate()
    probes.deallocate()
  }

  var byteCount: Int { (0..<probeCount).reduce(0) { $0 + (probes[$1].marks == nil ? 0 : markWordCount * 8) } }

  /// Counts the matches with each node of the first variable at `places`; writes the number for each to `counts`.
  func run(_ places: Range<Int>, into counts: UnsafeMutablePointer<Int64>?) throws(CypherError) -> Int64 {
    var total: Int64 = 0
    let root = owners.levels[0].weights
    let first = root.first
    var readEnd = places.lowerBound
    for place in places {
      if let lookahead, place >= readEnd { readEnd = lookahead.read(from: place, to: places.upperBound) }
      let weight = root.weight(at: place)
      if weight == 0 { continue }
      bind(0, UInt32(first + place))
      let matches = product(weight, try extend(1))
      counts?[place] = matches
      total = sum(total, matches)
      if isEnded { break }
    }
    return total
  }

  /// The number of matches with two nodes bound to the first two variables.
  func count(_ first: UInt32, _ second: UInt32) throws(CypherError) -> Int64 {
    var weight = product(levels[0].weight(of: first), levels[1].weight(of: second))
    if weight == 0 { return 0 }
    bind(0, first)
    for index in levels[1].probes { probes[index].cursor = probes[index].start }
    guard fits(second, levels[1], -1, &weight) else { return 0 }
    if levelCount == 2 { return weight }
    bind(1, second)
    return product(weight, try extend(2))
  }

  // MARK: - Binding

  /// Binds a variable: chooses the rows that hang on it.
  @inline(__always)
  private func bind(_ level: Int, _ node: UInt32) {
    for index in levels[level].dependents {
      let probe = probes + index
      if probe.pointee.marks != nil { unmark(probe) }
      let row = probe.pointee.row(of: node)
      probe.pointee.start = row.start
      probe.pointee.end = row.end
      if probe.pointee.marks != nil { mark(probe) }
    }
  }

  /// Marks those of a row that count.
  private func mark(_ probe: UnsafeMutablePointer<Probe>) {
    let (neighbours, marks, level) = (probe.pointee.neighbours, probe.pointee.marks!, levels[probe.pointee.target])
    for place in probe.pointee.start..<probe.pointee.end {
      let node = neighbours[place]
      if level.weight(of: node) == 0 { continue }
      marks[Int(node &>> 6)] |= 1 &<< UInt64(node & 63)
    }
  }

  private func unmark(_ probe: UnsafeMutablePointer<Probe>) {
    let (neighbours, marks) = (probe.pointee.neighbours, probe.pointee.marks!)
    for place in probe.pointee.start..<probe.pointee.end { marks[Int(neighbours[place] &>> 6)] = 0 }
  }

  // MARK: - Candidates

  /// The number of matches of the variables from `number` on with what is bound.
  private func extend(_ number: Int) throws(CypherError) -> Int64 {
    if let tail, tail.level == number { return try countTail(tail) }
    let level = levels[number]
    var walked = -1
    var least = Int.max
    for index in level.probes {
      let length = probes[index].end &- probes[index].start
      if length == 0 { return 0 }
      let cost = probes[index].marks == nil ? length : length &* Self.markedRowFactor
      if cost < least { (walked, least) = (index, cost) }
    }
    if number == levelCount &- 1, level.probes.count == 2 {
      let other = level.probes[0] == walked ? level.probes[1] : level.probes[0]
      if let marks = probes[other].marks { return countMarked(level, probes[walked].row, marks) }
      return countCommon(level, probes[walked].row, probes[other].row)
    }
    return try walk(number, level, walked)
  }

  /// The sum of the weights of what the last variable may be: a row against a bitmap.
  @inline(__always)
  private func countMarked(_ level: Level, _ row: JoinRow, _ marks: UnsafeMutablePointer<UInt64>) -> Int64 {
    if level.isPlain && row.multiplicities == nil { return row.markedCount(marks) }
    let neighbours = row.neighbours
    var total: Int64 = 0
    for place in row.start..<row.end {
      let node = neighbours[place]
      if marks[Int(node &>> 6)] & (1 &<< UInt64(node & 63)) == 0 { continue }
      let weight = level.weight(of: node)
      total = sum(total, row.multiplicities.map { product(weight, Int64($0[place])) } ?? weight)
    }
    return total
  }

  /// The sum of the weights of what the last variable may be: what two rows have in common.
  @inline(__always)
  private func countCommon(_ level: Level, _ a: JoinRow, _ b: JoinRow) -> Int64 {
    var total: Int64 = 0
    if level.isGiven && a.multiplicities == nil && b.multiplicities == nil {
      JoinRow.forEachCommon(a, b) { _, _, _ in total &+= 1 }
      return total
    }
    JoinRow.forEachCommon(a, b) { node, aPlace, bPlace in
      var weight = level.weight(of: node)
      if let multiplicities = a.multiplicities { weight = product(weight, Int64(multiplicities[aPlace])) }
      if let multiplicities = b.multiplicities { weight = product(weight, Int64(multiplicities[bPlace])) }
      total = sum(total, weight)
    }
    return total
  }

  /// The number of matches of the last two variables with what is bound, without binding them.
  private func countTail(_ tail: JoinTail) throws(CypherError) -> Int64 {
    let chosen = probes[tail.chosen].row
    let walked = probes[tail.walked].row
    if chosen.start == chosen.end || walked.start == walked.end { return 0 }
    let (level, last, varying) = (levels[tail.level], levels[levelCount &- 1], probes[tail.varying])
    let marks = probes[tail.chosen].marks
    let longestWalk = (chosen.end &- chosen.start) &* Self.markedRowFactor
    var total: Int64 = 0
    var place = walked.start
    while place < walked.end {
      let node = walked.neighbours[place]
      let row = varying.row(of: node)
      if row.start != row.end {
        var weight = level.weight(of: node)
        if let multiplicities = walked.multiplicities { weight = product(weight, Int64(multiplicities[place])) }
        if weight != 0 {
          let matches: Int64
          if let marks, row.end &- row.start <= longestWalk {
            matches = countMarked(last, row, marks)
          } else {
            matches = countCommon(last, chosen, row)
          }
          total = sum(total, product(weight, matches))
        }
        try poll()
        if isEnded { return total }
      }
      place &+= 1
    }
    return total
  }

  private func walk(_ number: Int, _ level: Level, _ walked: Int) throws(CypherError) -> Int64 {
    let isLast = number == levelCount &- 1
    let neighbours = probes[walked].neighbours
    let multiplicities = probes[walked].multiplicities
    for index in level.probes { probes[index].cursor = probes[index].start }
    var total: Int64 = 0
    for place in probes[walked].start..<probes[walked].end {
      let node = neighbours[place]
      var weight = level.weight(of: node)
      if weight == 0 { continue }
      if let multiplicities { weight = product(weight, Int64(multiplicities[place])) }
      guard fits(node, level, walked, &weight) else { continue }
      if isLast {
        total = sum(total, weight)
      } else {
        bind(number, node)
        total = sum(total, product(weight, try extend(number &+ 1)))
        try poll()
        if isEnded { return total }
      }
    }
    return total
  }

  /// True if all probes but the one that is walked allow `node`; multiplies `weight` by how many relationships lead there.
  @inline(__always)
  private func fits(_ node: UInt32, _ level: Level, _ walked: Int, _ weight: inout Int64) -> Bool {
    for index in level.probes where index != walked {
      let probe = probes + index
      if probe.pointee.marks != nil {
        if !probe.pointee.isMarked(node) { return false }
        continue
      }
      let found = search(node, probe)
      guard found < probe.pointee.end, probe.pointee.neighbours[found] == node else { return false }
      if let multiplicities = probe.pointee.multiplicities { weight = product(weight, Int64(multiplicities[found])) }
    }
    return true
  }

  /// The place of the first of a row that is not below `node`, from the cursor on.
  @inline(__always)
  private func search(_ node: UInt32, _ probe: UnsafeMutablePointer<Probe>) -> Int {
    probe.pointee.cursor = probe.pointee.row.place(from: node, probe.pointee.cursor)
    return probe.pointee.cursor
  }

  @inline(__always)
  private func poll() throws(CypherError) {
    bindingsUntilPoll &-= 1
    if bindingsUntilPoll < 0 { try pollNow() }
  }

  @inline(never)
  private func pollNow() throws(CypherError) {
    bindingsUntilPoll = 4096
    if !(try interruption.poll(worker)) { isEnded = true }
  }

  // MARK: - Numbers

  @inline(__always)
  private func product(_ a: Int64, _ b: Int64) -> Int64 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow { hasOverflown = true }
    return product
  }

  @inline(__always)
  private func sum(_ a: Int64, _ b: Int64) -> Int64 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    if overflow { hasOverflown = true }
    return sum
  }
}
