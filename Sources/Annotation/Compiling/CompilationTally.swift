/// What became of a source's records, alleles and values.
struct CompilationTally {
  /// The records read.
  var records = 0
  /// The alleles without a row, by reason.
  var leftOut: [String: Int] = [:]
  /// The records whose REF was compared with the FASTA.
  var referencesCompared = 0
  /// The records whose REF is another one there.
  var referencesOther = 0
  /// The contigs that the FASTA does not have.
  var contigsWithoutReference: [String] = []
  /// Sentences about what the index does not have, or has otherwise than one might think.
  var remarks: [String] = []

  /// The reason for records that the FASTA contradicts.
  static let otherReference = "REF is not the FASTA's base"

  /// Why an allele has no event.
  static func reason(forNoEvent alternate: [UInt8]) -> String {
    switch String(decoding: alternate, as: UTF8.self) {
    case "*": "ALT is '*'"
    case "<*>", "<NON_REF>": "ALT is '<*>' or '<NON_REF>'"
    default: "ALT is REF"
    }
  }

  /// Notes alleles, or values, that got no row.
  mutating func leave(_ reason: String, _ count: Int = 1) { leftOut[reason, default: 0] += count }
}
