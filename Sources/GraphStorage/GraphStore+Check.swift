import Graph

extension GraphStore {
  /// Verifies a graph file end to end: SQLite's structure, every checksum, every encoding, the journal, and that the parts of
  /// the graph agree with each other. Reads the whole file and changes nothing; a writer may have it open.
  /// - Throws: `unavailable` or `foreign` where there is no graph file to verify; damage is in the report.
  public static func check(_ path: String) throws(StorageError) -> GraphFileReport {
    var report = GraphFileReport(path: path)
    do throws(StorageError) {
      let file = try GraphFile(path, isReadOnly: true)
      defer { file.close() }
      for finding in try file.read({ connection throws(StorageError) in try connection.texts("PRAGMA integrity_check(20)") })
      where finding != "ok" {
        report.findings.append(
          StorageError(.damaged, finding, path: path, place: "file structure", remedy: SQLiteConnection.damageRemedy))
      }
      let store = try open(file)
      report.journalRecordCount = Int(file.state.withLock { $0.journal.recordCount })
      try verify(store, file, &report)
    } catch let error where error.code == .damaged || error.code == .locked {
      report.findings.append(error)
    }
    return report
  }

  private static func verify(_ store: GraphStore, _ file: GraphFile, _ report: inout GraphFileReport) throws(StorageError) {
    var verifier = SegmentVerifier(file: file, report: report)
    var snapshot = store.snapshot
    try snapshot.visitLists(&verifier)
    let manifest = file.state.withLock { $0.manifest }
    for (index, chunk) in manifest.stringChunks.enumerated() {
      verifier.verify(chunk.text, as: StringPoolChunk.self, within: manifest.bounds(ofChunk: index), "strings")
      verifier.verify(chunk.hashes, as: StringHashes.self, within: manifest.bounds(ofChunk: index), "hashes of strings")
    }
    report = verifier.report
    report.nodeCount = snapshot.nodeCount
    report.relationshipCount = snapshot.relationshipCount
    let stored = try file.read { connection throws(StorageError) in try connection.integers("SELECT id FROM segment") }
    report.unusedSegmentCount = stored.count { !verifier.seen.contains($0) }
    // Segments that could not be read would only be found wrong again.
    guard report.isSound else { return }
    report.findings += ConsistencyCheck(snapshot: snapshot, path: file.path).findings()
  }
}

/// Reads every stored segment, whether or not it has been read before.
private struct SegmentVerifier: SegmentListVisitor {
  let file: GraphFile
  var report: GraphFileReport
  var seen: Set<BlobIdentifier> = []

  init(file: GraphFile, report: GraphFileReport) {
    self.file = file
    self.report = report
  }

  mutating func visit<Content: SegmentContent>(_ list: inout SegmentList<Content>, _ name: @autoclosure () -> String) {
    for segment in list.stored {
      guard let segment else { continue }
      verify(segment.blob, as: Content.self, within: segment.bounds, name())
    }
  }

  mutating func verify<Content: SegmentCoding>(
    _ blob: BlobIdentifier, as type: Content.Type, within bounds: SegmentBounds, _ name: String
  ) {
    seen.insert(blob)
    report.segmentCount += 1
    do throws(StorageError) {
      report.byteCount += try file.payload(.segment, blob).count + Seal.byteCount
      _ = try file.decode(blob, as: type, within: bounds)
    } catch {
      var finding = error
      finding.place = (error.place ?? "segment \(blob)") + " (\(name))"
      report.findings.append(finding)
    }
  }
}
