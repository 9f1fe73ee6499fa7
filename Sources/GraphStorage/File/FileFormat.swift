/// The graph file, version 5: an SQLite database used as a container.
///
///     header       application_id 0x446F7373 ("Doss"), user_version 5, pages of 32 KiB, write-ahead log, synchronous = FULL
///     manifest     one row: what the graph consists of at the last checkpoint, and which segments hold it
///     segment      (id, content): one blob for each segment of a column, bitmap, adjacency, index page or chunk of strings
///     journal      (sequence, content): one row for each commit since the state of that checkpoint, and the head row
///     words_N      an FTS5 table for each full-text index: an element's id and its texts, a column for each property
///
/// Every content is sealed: eight bytes of checksum, then the payload. The checksum covers the payload and, so that a blob in
/// the wrong place is found out, the table and the row's number. A segment is written once and never changed; a checkpoint
/// writes new segments, then the new manifest and a journal without the commits that are in it in one transaction, and deletes
/// the segments that neither the manifest nor a snapshot uses any more. Segments that no manifest names may be left by a crash.
///
/// The journal's head row has the largest sequence number there is, so it lies on the same page as the latest commit. It says
/// how many commits the journal holds and behind which it begins, and its checksum chains theirs: a commit that got lost is
/// noticed. Rows before its beginning are about to be deleted, and mean nothing.
///
/// While a file is open for writing, its latest commits stand in a log beside it (`CommitLog`), as SQLite's do in its own. The
/// journal goes on with what follows there on the chain of its head; a process that was killed leaves it behind.
///
/// The words of a commit are written in the transaction that writes its journal row; a commit with words does not go into the
/// log.
///
/// Checksums tell what has been damaged, not what was wrong when it was sealed. A number that leads elsewhere – to a row, a
/// name, a string, another segment – is therefore compared with what the manifest says that there is (`SegmentBounds`): those
/// of the manifest itself when the file is opened, those of a segment when it is decoded. What only a look at two segments
/// would tell is found by `GraphStore.check`, or by whoever relies on it (`GraphSnapshot.rememberContradiction`).  A file of
/// version 1 has no names of indexes, no constraints but unique ones and no full-text indexes. It is read as it is, its
/// indexes are built anew. A file of version 2 has no compressed texts and no runs of sorted relationships. The journal of a
/// file of version 3 begins with its first row. A file of version 4 has no commit log, and its adjacency says its neighbours
/// itself, also where they follow from the ends of relationships. The first writer that opens one of these makes it a file of
/// this version; segments that are not written anew stay as they are, since each says itself how it is encoded.  Integers are
/// little-endian or LEB128. The encodings of each kind of segment stand beside its type (`…+Coding.swift`).
enum FileFormat {
  static let applicationID: Int64 = 0x446F_7373
  static let version: Int64 = 5
  /// The oldest version that is read.
  static let firstVersion: Int64 = 1
  static let pageByteCount = 32 * 1024
  static let journalHeadSequence = Int64.max
  /// Of segments, commits and checkpoints: so high that none is reached, so low that none that follows overflows.
  static let largestNumber = Int(Int64.max / 2)

  static let schema = """
    PRAGMA page_size = \(pageByteCount);
    BEGIN;
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    CREATE TABLE manifest(id INTEGER PRIMARY KEY CHECK (id = 1), content BLOB NOT NULL);
    CREATE TABLE segment(id INTEGER PRIMARY KEY, content BLOB NOT NULL);
    CREATE TABLE journal(sequence INTEGER PRIMARY KEY, content BLOB NOT NULL);
    COMMIT;
    """

  /// The tables, as a message names a row.
  enum Table: String {
    case manifest, segment, journal

    var key: String { self == .journal ? "sequence" : "id" }
  }
}
