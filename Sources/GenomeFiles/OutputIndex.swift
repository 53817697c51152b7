internal import CHTSlib
internal import Glibc

/// Makes the indexes of files that were just written.
package enum OutputIndex {
  /// The kinds of index that can be made.
  package enum Kind: String, Sendable { case tbi, csi }

  /// Why an index can't be made.
  package enum Fault: Error, Sendable {
    /// A record does not fit: the file is not sorted, or the kind can't hold so far a position.
    case unfit
    /// The system refused; the number is its `errno`.
    case system(code: Int32)
  }

  /// The farthest position that a `.tbi` can hold.
  package static let tabixLimit = 1 << 29

  /// Makes the index of a BGZF file of VCF or BCF.
  ///
  /// - Parameters:
  ///   - path: the file, under whatever name.
  ///   - isBinary: whether it is BCF, which has `.csi` only.
  ///   - kind: the kind of index.
  ///   - name: the index to write.
  package static func make(
    of path: String, isBinary: Bool, as kind: Kind, at name: String
  ) throws(Fault) {
    silenceHTSlib()
    let shift: Int32 = kind == .csi ? 14 : 0
    guard !isBinary else {
      // Safe: htslib reads both strings during the call.
      switch unsafe bcf_index_build3(path, name, shift, 0) {
      case 0: return
      case -4: throw .system(code: errno == 0 ? EIO : errno)
      default: throw .unfit
      }
    }
    // Safe: htslib copies what it needs of the strings.
    guard let blocks = unsafe bgzf_open(path, "r") else { throw .system(code: errno) }
    defer { _ = unsafe bgzf_close(blocks) }
    var layout = tbx_conf_vcf
    // Safe: the stream is open, and what htslib returns is destroyed below.
    guard let index = unsafe tbx_index(blocks, shift, &layout) else { throw .unfit }
    defer { unsafe tbx_destroy(index) }
    let format = kind == .csi ? HTS_FMT_CSI : HTS_FMT_TBI
    // Safe: htslib reads both strings during the call.
    guard unsafe hts_idx_save_as(index.pointee.idx, path, name, Int32(format)) == 0 else {
      throw .system(code: errno == 0 ? EIO : errno)
    }
  }

  /// Makes the index of a file under the name that readers look for.
  package static func make(
    beside path: String, as kind: Kind, isBinary: Bool = false
  ) throws(Fault) {
    try make(of: path, isBinary: isBinary, as: kind, at: "\(path).\(kind.rawValue)")
  }
}
