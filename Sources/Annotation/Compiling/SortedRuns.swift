internal import MappedIndex

/// Brings rows into order that don't fit into memory: sorted runs in a scratch file, then a merge.
struct SortedRuns: ~Copyable {
  private var scratch: ScratchFile
  private var runs: [Range<Int>] = []
  private let memory: Int

  /// - Parameters:
  ///   - path: where the index will be; the scratch file lies beside it, without a name.
  ///   - memory: how many bytes the merge may take for its buffers.
  init(beside path: String, memory: Int) throws(MappedIndexError) {
    scratch = try ScratchFile(beside: path)
    self.memory = memory
  }

  /// How many runs there are.
  var count: Int { runs.count }

  /// Writes a batch as the next run and empties it.
  mutating func add(_ batch: inout RowBatch) throws(MappedIndexError) {
    guard !batch.rows.isEmpty else { return }
    batch.sort()
    let start = scratch.count
    var buffer: [UInt8] = []
    buffer.reserveCapacity(1 << 20)
    for row in batch.rows {
      RunCursor.encode(row, of: batch, to: &buffer)
      if buffer.count > 1 << 19 {
        try scratch.append(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try scratch.append(buffer)
    runs.append(start..<scratch.count)
    batch.keep(from: batch.rows.count)
  }

  /// Writes the rows of all runs in order; equal ones in the order of the source.
  consuming func merge(
    into writer: inout AnnotationIndexWriter, contigs: [String]
  ) throws(MappedIndexError) {
    let share = max(1 << 14, memory / max(1, runs.count))
    var cursors: [RunCursor] = []
    for run in runs {
      var cursor = RunCursor(run, capacity: share)
      if try cursor.advance(scratch) { cursors.append(cursor) }
    }
    // A heap of cursors by their row; the cursor's number keeps equal rows in order.
    var heap = Array(cursors.indices)
    func precedes(_ left: Int, _ right: Int) -> Bool {
      let (first, second) = (cursors[left].row, cursors[right].row)
      if first.contig != second.contig { return first.contig < second.contig }
      if first.key != second.key { return first.key < second.key }
      return left < right
    }
    func sink(from place: Int) {
      var place = place
      while true {
        var child = 2 * place + 1
        guard child < heap.count else { return }
        if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
        guard precedes(heap[child], heap[place]) else { return }
        heap.swapAt(child, place)
        place = child
      }
    }
    for place in (0..<heap.count / 2).reversed() { sink(from: place) }
    var begun: UInt32?
    while let top = heap.first {
      let contig = cursors[top].row.contig
      if contig != begun {
        begun = contig
        try writer.begin(contig: contigs[Int(contig)])
      }
      try cursors[top].write(to: &writer)
      if try !cursors[top].advance(scratch) {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
      }
      sink(from: 0)
    }
  }
}
