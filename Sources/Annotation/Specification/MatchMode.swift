/// When a row of a source speaks of a record.
package enum MatchMode: Sendable, Hashable {
  /// The same event: the same bases go and come at the same place.
  case exact
  /// The same POS, whatever the alleles.
  case position
  /// At least one base in common.
  case overlap
  /// Each covers at least this share of the other; structural variants also have the same type.
  case reciprocal(Double)
}
