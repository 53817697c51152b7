internal import CHTSlib

/// The index of a CRAM file as htslib loads it; destroyed with the last reference to it.
@safe final class LoadedAlignmentIndex {
  /// Where it was read from.
  let path: String
  let pointer: OpaquePointer

  /// Loads the index of an open file; nil if it can't be read.
  init?(path: String, of handle: borrowing AlignmentHandle) {
    // Safe: the file is open; both strings are read only during the call, and nothing is written.
    guard let index = unsafe sam_index_load3(handle.file, handle.path, path, 0) else { return nil }
    self.path = path
    unsafe pointer = index
  }

  deinit {
    // Safe: loaded in init and reachable only through self.
    unsafe hts_idx_destroy(pointer)
  }
}
