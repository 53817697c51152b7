package import Genome

/// What a record's alternate allele does, in the identity that compiler and query share.
package struct Event: Sendable, Hashable {
  /// Where and what, packed.
  package let key: EventKey
  /// The spelling to be compared as well; empty where the key says all.
  package let spelling: [UInt8]

  /// An event of its parts.
  package init(key: EventKey, spelling: [UInt8] = []) {
    self.key = key
    self.spelling = spelling
  }

  /// The place of a record without an allele, 1-based.
  package static func site(_ position: UInt32) -> Event {
    Event(key: EventKey(start: position, code: EventCode.site))
  }

  /// The event of an allele as spelled in a record; nil for `*`, `<*>`, `<NON_REF>` and for an
  /// allele that equals REF: nothing that could be looked up happens.
  ///
  /// - Parameters:
  ///   - position: POS, 1-based.
  ///   - reference: REF in any case.
  ///   - alternate: one ALT in any case, or `.` for a site.
  ///   - end: the last base of a symbolic allele, 1-based, if known.
  ///   - base: the reference base at a 1-based coordinate, where a FASTA is given.
  package init?(
    position: Int, reference: [UInt8], alternate: [UInt8], end: Int? = nil,
    base: ((Int) -> UInt8?)? = nil
  ) {
    guard let first = UInt32(exactly: position), let kind = alternate.first else { return nil }
    switch kind {
    case UInt8(ascii: ".") where alternate.count == 1: self = .site(first)
    case UInt8(ascii: "*"): return nil
    case UInt8(ascii: "<"):
      if ["<*>", "<NON_REF>"].contains(String(decoding: alternate, as: UTF8.self)) { return nil }
      self = .symbolic(first, alternate + Array(end.map { "\($0)" }?.utf8 ?? "".utf8))
    case _ where alternate.contains(where: { "[].".utf8.contains($0) }):
      self = .symbolic(first, alternate)
    default:
      let old = reference.map(Self.upperCase), new = alternate.map(Self.upperCase)
      guard var edit = AlleleEdit(position: position, reference: old, alternate: new) else {
        return nil
      }
      if let base { edit = edit.rolledLeft(base: base) }
      guard let event = Event(edit) else { return nil }
      self = event
    }
  }

  /// The event of a trimmed edit; nil where its start does not fit into 32 bits.
  package init?(_ edit: AlleleEdit) {
    guard let start = UInt32(exactly: edit.start) else { return nil }
    let count = edit.deleted.count + edit.inserted.count
    var bases: UInt32 = 0
    var fits = count <= EventCode.capacity
    if fits {
      for base in edit.deleted + edit.inserted {
        guard let bits = EventCode.bits(of: base) else {
          fits = false
          break
        }
        bases = bases << 2 | bits
      }
    }
    if fits {
      let code = UInt32(edit.deleted.count) << 26 | UInt32(edit.inserted.count) << 22 | bases
      self.init(key: EventKey(start: start, code: code))
    } else {
      let spelling = edit.deleted + [UInt8(ascii: ">")] + edit.inserted
      let code = EventCode.hashed(spelling, isSymbolic: false)
      self.init(key: EventKey(start: start, code: code), spelling: spelling)
    }
  }

  private static func symbolic(_ start: UInt32, _ spelling: [UInt8]) -> Event {
    let code = EventCode.hashed(spelling, isSymbolic: true)
    return Event(key: EventKey(start: start, code: code), spelling: spelling)
  }

  private static func upperCase(_ base: UInt8) -> UInt8 {
    (97...122).contains(base) ? base - 32 : base
  }
}
