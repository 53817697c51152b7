/// What was found in one source.
package struct SourceStatistics: Sendable, Hashable {
  package var name: String
  /// The source file the index was made of.
  package var file: String
  package var sha256: String
  /// Records in which at least one allele matched.
  package var recordsMatched = 0
  package var allelesMatched = 0
  package var allelesUnmatched = 0
  package var rowsMatched = 0
  /// Alleles for which more than one row counted.
  package var allelesWithSeveralRows = 0
  /// Rows at the place that did not count.
  package var rejected: [Rejection: Int] = [:]
  /// Rows at the place whose REF is that of the record, and those where it is not.
  package var referenceAgreements = 0
  package var referenceDisagreements = 0
  /// Records on contigs that the source does not have, by the record's name of the contig.
  package var contigsWithoutCounterpart: [String: Int] = [:]

  /// Nothing found yet.
  package init(name: String, file: String, sha256: String) {
    self.name = name
    self.file = file
    self.sha256 = sha256
  }

  /// Adds what was found in another part of the input.
  package mutating func merge(_ other: SourceStatistics) {
    recordsMatched += other.recordsMatched
    allelesMatched += other.allelesMatched
    allelesUnmatched += other.allelesUnmatched
    rowsMatched += other.rowsMatched
    allelesWithSeveralRows += other.allelesWithSeveralRows
    rejected.merge(other.rejected, uniquingKeysWith: +)
    referenceAgreements += other.referenceAgreements
    referenceDisagreements += other.referenceDisagreements
    contigsWithoutCounterpart.merge(other.contigsWithoutCounterpart, uniquingKeysWith: +)
  }

  /// Counts rows that did not count.
  package mutating func reject(_ reason: Rejection, _ count: Int = 1) {
    rejected[reason, default: 0] += count
  }

  var json: JSONValue {
    var reasons: [String: JSONValue] = [:]
    for reason in Rejection.allCases { reasons[reason.rawValue] = .whole(rejected[reason] ?? 0) }
    return .object([
      "name": .text(name), "file": .text(file), "sha256": .text(sha256),
      "recordsMatched": .whole(recordsMatched), "allelesMatched": .whole(allelesMatched),
      "allelesUnmatched": .whole(allelesUnmatched), "rowsMatched": .whole(rowsMatched),
      "allelesWithSeveralRows": .whole(allelesWithSeveralRows), "rejected": .object(reasons),
      "referenceAgreements": .whole(referenceAgreements),
      "referenceDisagreements": .whole(referenceDisagreements),
      "contigsWithoutCounterpart": .counts(contigsWithoutCounterpart),
    ])
  }
}
