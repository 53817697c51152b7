/// What is counted of one source while records go by.
package struct SourceTally: Sendable, Hashable {
  /// Records with a match.
  package var records = 0
  /// Alleles with a match, and those looked for without.
  package var allelesMatched = 0
  package var allelesMissed = 0
  /// Rows that matched.
  package var rows = 0
  /// Alleles with more than one row.
  package var severalRows = 0
  /// Rows that lay at the place of an allele and were not taken.
  package var rejected: [Rejection: Int] = [:]
  /// How often the record's REF and the source's were of the same base, and how often not.
  package var referenceAgrees = 0
  package var referenceDisagrees = 0
  /// Records on contigs the source does not have.
  package var contigsWithoutCounterpart: [String: Int] = [:]

  /// Starts at zero.
  package init() {}

  /// Adds the counts of another stretch of the input.
  package static func += (left: inout SourceTally, right: SourceTally) {
    left.records += right.records
    left.allelesMatched += right.allelesMatched
    left.allelesMissed += right.allelesMissed
    left.rows += right.rows
    left.severalRows += right.severalRows
    left.rejected.merge(right.rejected, uniquingKeysWith: +)
    left.referenceAgrees += right.referenceAgrees
    left.referenceDisagrees += right.referenceDisagrees
    left.contigsWithoutCounterpart.merge(right.contigsWithoutCounterpart, uniquingKeysWith: +)
  }
}
