internal import MappedIndex

/// Writes the rows of a source that is sorted by POS in one pass.
///
/// Trimming moves a start to the right and a FASTA may move it to the left, so rows that later ones
/// could still go before are held back.
struct OrderedRows: ~Copyable {
  /// How far to the left of POS a rolled row is expected at most; one beyond is found out.
  static let rolling = 4096

  private var writer: AnnotationIndexWriter
  private let holdsBack: UInt32
  private var begun = 0
  private var lastKey = EventKey(packed: 0)
  private var last: (contig: UInt32, position: UInt32)?
  private var checked = 0

  init(_ writer: consuming AnnotationIndexWriter, rolls: Bool) {
    self.writer = writer
    holdsBack = rolls ? UInt32(Self.rolling) : 0
  }

  /// Writes what is certain of a batch and leaves the rest in it; false if the source turns out not
  /// to be sorted, after which nothing of this is of use.
  mutating func take(
    _ batch: inout RowBatch, contigs: [String], isLast: Bool
  ) throws(CompilationError) -> Bool {
    guard follows(batch) else { return false }
    batch.sort()
    var count = batch.rows.count
    if !isLast, let last {
      let threshold = last.position > holdsBack ? last.position - holdsBack : 0
      while count > 0, batch.rows[count - 1].contig == last.contig,
        batch.rows[count - 1].key.start >= threshold
      { count -= 1 }
    }
    for index in 0..<count {
      let row = batch.rows[index]
      if Int(row.contig) >= begun {
        begun = Int(row.contig) + 1
        let name = contigs[Int(row.contig)]
        try CompilationError.writing { () throws(MappedIndexError) in
          try writer.begin(contig: name)
        }
      } else if row.key < lastKey {
        return false
      }
      lastKey = row.key
      try CompilationError.writing { () throws(MappedIndexError) in
        try writer.append(row, of: batch)
      }
    }
    batch.keep(from: count)
    checked = batch.rows.count
    if batch.byteCount > batch.capacity / 2 { batch.capacity *= 2 }
    return true
  }

  /// Completes the file.
  consuming func finish(_ description: IndexDescription) throws(CompilationError) {
    do throws(MappedIndexError) { try writer.finish(description: description) } catch {
      throw CompilationError(.output(error))
    }
  }

  /// Whether the new rows of a batch come after those before, by contig and POS.
  private mutating func follows(_ batch: borrowing RowBatch) -> Bool {
    for index in checked..<batch.rows.count {
      let row = batch.rows[index]
      if let last,
        row.contig == last.contig ? row.position < last.position : row.contig < last.contig
      {
        return false
      }
      last = (row.contig, row.position)
    }
    return true
  }
}

extension AnnotationIndexWriter {
  /// Adds a row of a batch.
  mutating func append(
    _ row: RowBatch.Row, of batch: borrowing RowBatch
  ) throws(MappedIndexError) {
    try append(
      key: row.key, position: row.position, length: row.length,
      payload: batch.payload.span.extracting(row.start..<row.start + Int(row.count)))
  }
}
