internal import CHTSlib

/// An htslib iteration over a region of a CRAM file, and the index it runs on.
@safe struct AlignmentIteration: ~Copyable {
  let pointer: UnsafeMutablePointer<hts_itr_t>
  private let index: LoadedAlignmentIndex

  /// An iteration over a contig by its number, from `start` to `end`, 1-based and closed; nil if
  /// htslib can't make one.
  init?(index: LoadedAlignmentIndex, contig: Int, start: Int, end: Int) {
    // Safe: the index is loaded and outlives the iteration, which keeps it.
    guard
      let iterator = unsafe sam_itr_queryi(
        index.pointer, Int32(clamping: contig), Int64(start - 1), Int64(end))
    else { return nil }
    unsafe pointer = iterator
    self.index = index
  }

  /// An iteration over all alignments from the first slice on; nil if htslib can't make one.
  init?(overAllOf index: LoadedAlignmentIndex) {
    // Safe: the index is loaded and outlives the iteration, which keeps it.
    guard let iterator = unsafe sam_itr_queryi(index.pointer, HTS_IDX_START, 0, 0) else {
      return nil
    }
    unsafe pointer = iterator
    self.index = index
  }

  deinit {
    // Safe: made in init and reachable only through self.
    unsafe hts_itr_destroy(pointer)
  }
}
