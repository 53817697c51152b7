internal import Genome

extension VariantFile {
  /// Reads every line, parsing only those that overlap a target.
  mutating func streamText(
    _ scan: inout Scan, columns: [Int], meter: inout ProgressMeter,
    body: (VariantRecord) throws -> Void
  ) throws {
    while let line = try unsafe lines.next(from: stream) {
      if unsafe line.isEmpty { continue }
      meter.tick(stream)
      do {
        if unsafe try !scan.admits(line) { continue }
        unsafe try record.parse(line, header: names)
      } catch {
        throw unsafe fault(error, in: line, scan: scan)
      }
      try deliver(&scan, ordinal: scan.ordinal, columns: columns, body: body)
    }
  }

  /// Reads every BCF record, unpacking only those that overlap a target.
  mutating func streamBinary(
    _ scan: inout Scan, columns: [Int], meter: inout ProgressMeter,
    body: (VariantRecord) throws -> Void
  ) throws {
    while true {
      do {
        guard try record.read(from: stream, header: names) else { break }
      } catch {
        try stream.check()
        throw GenomeFileError(error.kind, path: path, record: scan.ordinal + 1)
      }
      meter.tick(stream)
      if try admitsBinary(&scan) {
        try deliver(&scan, ordinal: scan.ordinal, columns: columns, body: body)
      }
    }
    try stream.check()
  }

  /// Whether the BCF record in the buffer overlaps a target.
  mutating func admitsBinary(_ scan: inout Scan, hasOrdinal: Bool = true) throws -> Bool {
    let number = record.contigNumber
    do {
      return try scan.admits(
        contigNumber: number, name: names.contigName(number), position: record.position,
        end: record.end)
    } catch {
      throw located(error, scan: scan, ordinal: hasOrdinal ? scan.ordinal : nil)
    }
  }

  /// A fault in a line, told apart from a file that stops within its last line.
  private func fault(
    _ rejection: GenomeFileError.Rejection, in line: UnsafeRawBufferPointer, scan: Scan
  ) -> GenomeFileError {
    var rejection = rejection
    if unsafe line.first == UInt8(ascii: "#") {
      let kind = GenomeFileError.Kind.recordMalformed(
        "a header line comes after the first record; give one VCF per file")
      return GenomeFileError(kind, path: path, record: scan.ordinal)
    } else if lines.lastLineIsOpen, case .columnCount(let found, let expected) = rejection.kind,
      found < expected
    {
      rejection = .init(.lineCutShort, locus: rejection.locus)
    }
    return located(rejection, scan: scan, ordinal: scan.ordinal)
  }
}
