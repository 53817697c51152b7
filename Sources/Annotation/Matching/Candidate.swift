/// A row that lies where an allele does, and what became of it.
package struct Candidate: Sendable, Hashable {
  /// The row's identity.
  package let key: EventKey
  /// Its spelling, where the key needs one.
  package let spelling: [UInt8]
  /// POS of the row's record, 1-based.
  package let position: UInt32
  /// The last base of the row's record, 1-based.
  package let end: UInt32
  /// Why it does not match; nil if it does.
  package let rejection: Rejection?
  /// The texts of its columns.
  package let values: [[UInt8]?]
}
