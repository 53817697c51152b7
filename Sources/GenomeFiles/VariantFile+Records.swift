internal import Genome

extension VariantFile {
  /// Calls `body` once for each record that overlaps a target, in file order.
  ///
  /// A `.tbi` or `.csi` index beside a BGZF file is used if it is not older than the file;
  /// otherwise the whole file is streamed. Every byte read is checked: a damaged block, a file
  /// that ends early or a record out of form is an error, never the end of the file.
  ///
  /// - Parameters:
  ///   - targets: the regions wanted, or `.everything`.
  ///   - samples: the samples to decode calls for.
  ///   - threads: how many threads may decompress; 1 stays on the caller's.
  ///   - order: whether records must be sorted; looked at only when streaming.
  ///   - useIndex: false streams even if an index is there.
  ///   - progress: called at most every 64 MB with the compressed bytes read and the file's size.
  ///   - body: takes one record; what it throws ends the scan and is passed on.
  /// - Throws: `GenomeFileError`, or what `body` throws.
  @discardableResult
  public mutating func records(
    overlapping targets: TargetRegions, samples: SampleSelection = .all, threads: Int = 1,
    order: RecordOrder = .required, useIndex: Bool = true,
    progress: ((_ bytesRead: Int, _ totalBytes: Int?) -> Void)? = nil,
    body: (VariantRecord) throws -> Void
  ) throws -> ScanSummary {
    try rewind()
    isFresh = false
    let columns = try self.columns(of: samples)
    var summary = ScanSummary(
      recordsRead: nil, recordsDecoded: 0, usedIndex: false,
      samples: columns.map { header.samples[$0] }, notes: [])
    var scan = Scan(targets: targets, order: order, columns: header.columnCounts)
    if useIndex, let index = try usableIndex(for: targets, notes: &summary.notes) {
      summary.usedIndex = true
      try jump(through: index, targets: targets, columns: columns, scan: &scan, body: body)
      summary.contigs = contigs(of: index)
    } else {
      stream.decompress(withThreads: threads)
      var meter = ProgressMeter(total: stream.size, report: progress)
      if isBinary {
        try streamBinary(&scan, columns: columns, meter: &meter, body: body)
      } else {
        try streamText(&scan, columns: columns, meter: &meter, body: body)
      }
      try stream.checkEndReached()
      summary.recordsRead = scan.ordinal
      summary.contigs = scan.contigs
      if scan.isUnsorted { summary.notes.append("the records are not sorted by position") }
    }
    summary.recordsDecoded = scan.decoded
    return summary
  }

  private func columns(of samples: SampleSelection) throws(GenomeFileError) -> [Int] {
    do {
      return try samples.columns(in: header)
    } catch {
      throw GenomeFileError(.sampleUnknown(error.name), path: path)
    }
  }

  /// Hands out the record in the buffer.
  mutating func deliver(
    _ scan: inout Scan, ordinal: Int?, columns: [Int], body: (VariantRecord) throws -> Void
  ) throws {
    let value: VariantRecord?
    do {
      value = try record.value(header: names, columns: columns)
    } catch {
      throw located(error, scan: scan, ordinal: ordinal)
    }
    // A BCF file may count END where ALT gives it no meaning, so the end is compared once more.
    guard var value, scan.reachesTarget(end: value.end.value) else { return }
    value.ordinal = ordinal
    scan.decoded += 1
    try body(value)
  }

  /// A fault with its place in the file.
  func located(
    _ rejection: GenomeFileError.Rejection, scan: Scan, ordinal: Int?
  ) -> GenomeFileError {
    GenomeFileError(
      rejection.kind, path: path, record: ordinal, locus: rejection.locus ?? scan.locus)
  }
}
