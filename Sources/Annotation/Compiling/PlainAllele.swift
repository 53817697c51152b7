/// What an allele does, found on the bytes of a line without an allocation.
enum PlainAllele {
  /// A key that says all.
  case event(EventKey)
  /// ALT and REF are the same.
  case nothing
  /// Long, of other letters, symbolic, or to be rolled: `Event` has to look at it.
  case other

  /// Trims and packs as `Event` does, for alleles whose key needs no spelling.
  ///
  /// - Parameters:
  ///   - rolls: whether a pure insertion or deletion is left to `Event`, as a FASTA is given.
  @inline(__always) init(
    _ text: Span<UInt8>, position: UInt32, reference: Range<Int>, alternate: Range<Int>, rolls: Bool
  ) {
    var first = reference.lowerBound
    var second = alternate.lowerBound
    if reference.count == 1, alternate.count == 1 {
      guard let old = EventCode.bits(of: text[first]), let new = EventCode.bits(of: text[second])
      else {
        self = .other
        return
      }
      let code = EventCode.substitution(old, new)
      self = old == new ? .nothing : .event(EventKey(start: position, code: code))
      return
    }
    var firstEnd = reference.upperBound
    var secondEnd = alternate.upperBound
    while first < firstEnd, second < secondEnd,
      Self.same(text[firstEnd - 1], text[secondEnd - 1])
    {
      firstEnd -= 1
      secondEnd -= 1
    }
    while first < firstEnd, second < secondEnd, Self.same(text[first], text[second]) {
      first += 1
      second += 1
    }
    let gone = firstEnd - first
    let come = secondEnd - second
    guard gone + come > 0 else {
      self = .nothing
      return
    }
    let start = UInt64(position) + UInt64(first - reference.lowerBound)
    guard gone + come <= EventCode.capacity, !(rolls && (gone == 0 || come == 0)),
      start <= UInt32.max
    else {
      self = .other
      return
    }
    var bases: UInt32 = 0
    for index in 0..<gone + come {
      let byte = index < gone ? text[first + index] : text[second + index - gone]
      guard let bits = EventCode.bits(of: byte) else {
        self = .other
        return
      }
      bases = bases << 2 | bits
    }
    let code = UInt32(gone) << 26 | UInt32(come) << 22 | bases
    self = .event(EventKey(start: UInt32(start), code: code))
  }

  @inline(__always) private static func same(_ left: UInt8, _ right: UInt8) -> Bool {
    left == right || (left ^ right == 32 && (65...90).contains(left & 0xDF))
  }
}
