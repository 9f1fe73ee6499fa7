import Graph

extension GraphStore {
  /// Opens a graph file. Reads its manifest and the commits since the last checkpoint; everything else when it is needed.
  /// - Throws: `unavailable`, `locked`, `foreign` or `damaged`.
  public static func open(_ path: String, mode: OpenMode) throws(StorageError) -> GraphStore {
    try open(path, mode: mode, policy: CheckpointPolicy())
  }

  package static func open(
    _ path: String, mode: OpenMode, policy: CheckpointPolicy
  ) throws(StorageError) -> GraphStore {
    if mode == .create && !GraphFile.exists(path) {
      let empty = GraphStore()
      try GraphFile.create(path) { file throws(StorageError) in
        _ = try file.checkpoint(GraphSnapshot(pool: empty.snapshot.pool, file: file), copiesStored: true)
      }
    }
    return try open(GraphFile(path, isReadOnly: mode == .readOnly), policy)
  }

  /// Makes a new graph file of what `load` brings: columns go into the file while others are read, and it appears under its name
  /// when all of it is there and on the disk. Where `load` throws, nothing is left.
  /// - Throws: what `load` throws; `unavailable` where there is a file of this name or none can be made; what `finish` throws.
  public static func create<Outcome>(_ path: String, loading load: (BulkLoader) throws -> Outcome) throws -> Outcome {
    guard !GraphFile.exists(path) else {
      throw StorageError(
        .unavailable, "there is already a file of this name", path: path, remedy: "choose another name, or delete it")
    }
    var outcome: Result<Outcome, any Error>?
    do throws(StorageError) {
      try GraphFile.create(path) { file throws(StorageError) in
        let snapshot = GraphSnapshot(pool: StringPool(), file: file)
        let loader = try BulkLoader(GraphStore(file: file, snapshot: snapshot, policy: CheckpointPolicy()))
        outcome = Result { try load(loader) }
        guard case .success = outcome else { throw StorageError(.unavailable, "the load was given up", path: path) }
        try loader.finish()
      }
    } catch {
      guard case .failure(let failure) = outcome else { throw error }
      throw failure
    }
    return try outcome!.get()
  }

  /// The store of a file, as of the last commit.
  static func open(_ file: GraphFile, _ policy: CheckpointPolicy = CheckpointPolicy()) throws(StorageError) -> GraphStore {
    do throws(StorageError) {
      file.state.withLock { $0.unloggedCommitCount = policy.unloggedCommitCount }
      file.readLog()
      let (snapshot, generation, unnamed) = try readManifest(file)
      let records = try file.journalRecords(generation: generation)
      let store = GraphStore(file: file, snapshot: snapshot, policy: policy)
      do throws(StorageError) {
        try store.recover(records, unnamed)
        try store.renewFormat()
      } catch {
        // Before the store goes, which closes the file: what could not be read whole must not be written back.
        file.close()
        throw error
      }
      return store
    } catch {
      file.close()
      throw error
    }
  }

  private static func readManifest(
    _ file: GraphFile
  ) throws(StorageError) -> (GraphSnapshot, generation: UInt64, unnamed: [UnnamedIndex]) {
    let payload = try file.payload(.manifest, 1)
    let byteCount = try file.byteCount()
    let (manifest, pool) = try file.decode(payload, place: "manifest") { bytes throws(DecodingFailure) in
      var reader = ManifestReader(reader: bytes, source: file, fileByteCount: byteCount)
      let manifest = try reader.header()
      return (manifest, StringPool(sourceCount: manifest.stringCount, source: file))
    }
    file.state.withLock { $0.manifest = manifest }
    return try file.decode(payload, place: "manifest") { bytes throws(DecodingFailure) in
      var snapshot = GraphSnapshot(pool: pool, file: file)
      var reader = ManifestReader(reader: bytes, source: file, fileByteCount: byteCount)
      _ = try reader.header()
      let unnamed = try reader.fill(&snapshot, version: file.version)
      snapshot.textTables.adopt(snapshot)
      return (snapshot, manifest.generation, unnamed)
    }
  }

  /// Does again what was committed since the last checkpoint.
  /// - Parameter unnamed: the indexes of a file of format version 1, which are built anew first.
  private func recover(_ records: [[UInt8]], _ unnamed: [UnnamedIndex]) throws(StorageError) {
    guard !records.isEmpty || !unnamed.isEmpty, let file else { return }
    let transaction = GraphTransaction(store: self, snapshot: snapshot, recordsJournal: false)
    for index in unnamed { try transaction.createUnnamed(index.label, index.key, isUnique: index.isUnique) }
    for (index, record) in records.enumerated() {
      do throws(StorageError) {
        try JournalReader.replay(record, to: transaction, path: file.path, place: "journal \(index + 1)")
      } catch {
        // A commit that cannot be done again is the consequence if a segment under it could not be read.
        try transaction.snapshot.checkIntact()
        throw error
      }
    }
    try transaction.snapshot.checkIntact()
    try transaction.snapshot.checkCounts()
    restore(transaction.snapshot)
    transaction.rollback()
  }

  /// Makes a file of an older version one of this version, unless it is only read.
  private func renewFormat() throws(StorageError) {
    guard let file, !file.isReadOnly, file.version < FileFormat.version else { return }
    try fold(snapshot)
  }

  /// Folds the journal into segments, so that the next opening has nothing to recover. Happens by itself when the journal is
  /// long, beside commits, and on closing. Does nothing for a graph in memory.
  public func checkpoint() throws(StorageError) {
    guard let file, !file.isReadOnly else { return }
    enter()
    defer { end() }
    try settle()
    guard file.hasJournal else { return }
    try fold(snapshot)
  }

  /// Writes the latest state to a new file, whole: also what this store's own file holds. The store goes on as it is. Saving
  /// to the store's own file is a checkpoint.
  /// - Parameter replacing: whether a file of that name may be replaced.
  public func save(to path: String, replacing: Bool = false) throws(StorageError) {
    if path == self.path { return try checkpoint() }
    guard replacing || !GraphFile.exists(path) else {
      throw StorageError(
        .unavailable, "there is already a file of this name", path: path, remedy: "choose another name, or delete it")
    }
    let state = snapshot
    try GraphFile.create(path) { file throws(StorageError) in _ = try file.checkpoint(state, copiesStored: true) }
  }

  /// Folds the journal and gives up the file. Snapshots keep what they have read; what they have not is gone.
  public func close() throws(StorageError) {
    guard let file else { return }
    defer {
      checkpointer?.stop()
      file.close()
    }
    guard isWritable else { return }
    try checkpoint()
    guard file.state.withLock({ $0.hasCheckpointed }) else { return }
    var live = BlobCollector()
    var settled = snapshot
    try settled.visitLists(&live)
    try file.deleteSegments(except: Set(live.blobs))
  }

  /// Folds the journal when the last reference to the store goes. The file stays open for the snapshots that are left.
  func leave() {
    defer { checkpointer?.end() }
    guard isWritable, let file else { return }
    do throws(StorageError) {
      try checkpoint()
      try file.deleteReleased()
    } catch {
      // The commits are in the journal; the next opening finds them there.
    }
  }

  private var isWritable: Bool {
    guard let file else { return false }
    return !file.isReadOnly && !file.isClosed && !file.damage.isDamaged
  }
}
