internal import CHTSlib

extension BCFReader {
  /// Drops all samples of the record but some, by column, in their order.
  ///
  /// - Throws: if the record can't be taken apart.
  package mutating func keepSamples(_ columns: [Int]) throws(GenomeFileError) {
    let count = Int(unsafe record.pointer.pointee.n_sample)
    var kept = columns.map { Int32(clamping: $0) }
    guard columns.allSatisfy({ (0..<count).contains($0) }) || count == 0 else {
      throw GenomeFileError(
        .recordMalformed("the record has \(count) samples; make the file again"), path: path,
        record: recordCount)
    }
    guard count > 0 else { return }
    // Safe: every column is one of the record's, and htslib has checked its FORMAT when reading it.
    let result = unsafe bcf_subset(header.pointer, record.pointer, Int32(kept.count), &kept)
    guard result == 0 else {
      throw GenomeFileError(
        .recordMalformed("the record's samples can't be read; make the file again"), path: path,
        record: recordCount)
    }
  }
}
