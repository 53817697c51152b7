/// Whether a row speaks of a record, and why not.
enum RowVerdict: Sendable, Hashable {
  /// It does, of these alleles (counted from 1), or of the whole record.
  case matches([Int])
  /// No allele of the variant names a change to look for, as `*`.
  case nothingAsked
  /// The `where` of the source leaves it out.
  case filtered
  /// It begins, or has its POS, elsewhere.
  case otherPlace
  /// It shares no base with the record.
  case apart
  /// The same bases go or none, but others come.
  case otherAllele
  /// A symbolic allele of the same type that ends elsewhere; nil where an end is not known.
  case otherEnd(row: UInt32?, variant: UInt32?)
  /// Its hash is the same, its spelling is not.
  case otherSpelling
  /// It was seen on another reference.
  case otherReference
  /// It is a structural variant of another type.
  case otherType(row: String)
  /// Too little of one is covered by the other: the shares of both.
  case overlapTooSmall(ofVariant: Double, ofRow: Double)
}

/// Whether the reference bases that a row and a record state are the same.
enum ReferenceAgreement: Sendable, Hashable {
  case same
  /// The first base that differs.
  case differs(at: UInt32, row: UInt8, variant: UInt8)
  /// They have no base in common, or the row states none.
  case unknown
}
