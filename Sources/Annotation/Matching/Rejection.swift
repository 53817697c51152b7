/// Why a row at the right place does not speak of an allele.
package enum Rejection: String, Sendable, Hashable, CaseIterable {
  /// REF is another there: one of the two is of another assembly, or wrong.
  case reference = "REF differs"
  /// Other bases go or come.
  case allele = "another allele"
  /// The hashes agree and the spellings do not, or the ends of symbolic alleles differ.
  case spelling = "another spelling"
  /// POS is another though bases are shared.
  case position = "another POS"
  /// Too few bases are shared.
  case overlap = "too little overlap"
  /// Structural variants of another kind.
  case type = "another type"
  /// `where=` does not hold.
  case filter = "filtered out"
}
