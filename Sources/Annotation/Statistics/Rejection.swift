/// Why a row near a record does not speak of it.
package enum Rejection: String, Sendable, Hashable, CaseIterable {
  /// It is at another place, though in reach.
  case position
  /// Other bases come or go.
  case allele
  /// The `where` of the source.
  case filter
  /// Its hash is the same, its spelling is not.
  case spelling
  /// It is a structural variant of another type.
  case type
  /// Too little of one is covered by the other.
  case overlapFraction
  /// It has another REF.
  case reference
}
