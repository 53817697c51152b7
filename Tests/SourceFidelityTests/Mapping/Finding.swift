/// Where the knowledge base and a source's row part.
struct Finding: Hashable {
  /// What was compared.
  enum Check: String { case mapping, strength, action, dose, row }

  /// The row's id.
  var row: String
  var drug: String
  /// The look-up values, as `GENE value`.
  var key: String
  var check: Check
  /// What parted, in our words.
  var detail: String
}

extension Finding: CustomStringConvertible {
  var description: String {
    [check.rawValue, row, drug, key, detail].joined(separator: "\t")
  }
}
