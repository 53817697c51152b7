/// The smallest change that turns a stretch of reference into an alternate allele.
///
/// `CAT>C` at 10, `ATA>A` at 11 and `TAT>T` at 12 delete the same bases from `CATAT`; after
/// trimming and rolling to the left over known reference bases, all three are the same edit. This
/// is the normalisation of Tan et al. 2015 (doi:10.1093/bioinformatics/btv112), done without a
/// FASTA as far as the reference around the edit is known.
public struct AlleleEdit: Sendable, Hashable {
  /// The 1-based coordinate of the first base deleted; for a pure insertion, of the base that
  /// follows the inserted ones.
  public private(set) var start: Int
  /// The reference bases that go, upper-case ASCII.
  public private(set) var deleted: [UInt8]
  /// The bases that come, upper-case ASCII.
  public private(set) var inserted: [UInt8]

  /// Trims the bases both alleles share, at the end first, then at the start.
  ///
  /// - Parameters:
  ///   - position: the 1-based coordinate of the first base of `reference`.
  ///   - reference: the reference allele.
  ///   - alternate: the alternate allele.
  /// - Returns: nil if the alleles are the same.
  public init?(position: Int, reference: some Collection<UInt8>, alternate: some Collection<UInt8>)
  {
    var old = Array(reference)[...]
    var new = Array(alternate)[...]
    while let a = old.last, let b = new.last, a == b {
      old.removeLast()
      new.removeLast()
    }
    var first = position
    while let a = old.first, let b = new.first, a == b {
      old.removeFirst()
      new.removeFirst()
      first += 1
    }
    guard !(old.isEmpty && new.isEmpty) else { return nil }
    start = first
    deleted = Array(old)
    inserted = Array(new)
  }

  /// The 1-based coordinate after the last base deleted; equals `start` for a pure insertion.
  public var end: Int { start + deleted.count }

  /// Whether bases only go or only come.
  public var isPureIndel: Bool { deleted.isEmpty != inserted.isEmpty }

  /// Whether as many bases come as go.
  public var isSubstitution: Bool { deleted.count == inserted.count }

  /// Moves a pure insertion or deletion as far left as the known reference allows.
  ///
  /// - Parameter base: the reference base at a 1-based coordinate, or nil where it is not known.
  public func rolledLeft(base: (Int) -> UInt8?) -> AlleleEdit {
    guard isPureIndel else { return self }
    var edit = self
    var bases = deleted.isEmpty ? inserted : deleted
    while edit.start > 1, let before = base(edit.start - 1), before == bases.last {
      bases.removeLast()
      bases.insert(before, at: 0)
      edit.start -= 1
    }
    if deleted.isEmpty { edit.inserted = bases } else { edit.deleted = bases }
    return edit
  }

  /// How many bases a pure insertion or deletion can be moved right over the known reference.
  ///
  /// - Parameter base: the reference base at a 1-based coordinate, or nil where it is not known.
  public func roomToTheRight(base: (Int) -> UInt8?) -> Int {
    guard isPureIndel else { return 0 }
    let bases = deleted.isEmpty ? inserted : deleted
    var shift = 0
    while let after = base(end + shift), after == bases[shift % bases.count] { shift += 1 }
    return shift
  }
}
