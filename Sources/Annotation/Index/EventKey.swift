/// The packed identity of an event on a contig: what an index is sorted by and a query looks up.
///
/// Two spellings of one event have one key, as both are trimmed first: the bases shared at the end,
/// then those shared at the start (Tan et al. 2015, doi:10.1093/bioinformatics/btv112). A key whose
/// `needsSpelling` is set stands for a hash; its spelling has to be compared as well.
package struct EventKey: Sendable, Hashable, Comparable {
  /// The start in the upper 32 bits, the code in the lower.
  package let packed: UInt64

  /// A key as it was packed.
  @inlinable package init(packed: UInt64) { self.packed = packed }

  /// A key of its two parts.
  @inlinable package init(start: UInt32, code: UInt32) {
    packed = UInt64(start) << 32 | UInt64(code)
  }

  /// The 1-based first base deleted, or the base that follows inserted ones; for symbolic alleles,
  /// breakends and sites, the first base they speak of.
  @inlinable package var start: UInt32 { UInt32(truncatingIfNeeded: packed >> 32) }

  /// What happens there; see `EventCode`.
  @inlinable package var code: UInt32 { UInt32(truncatingIfNeeded: packed) }

  /// Orders by start, then code.
  @inlinable package static func < (left: EventKey, right: EventKey) -> Bool {
    left.packed < right.packed
  }
}
