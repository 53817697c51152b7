/// A record of a VCF as someone might spell it: padded, joined with others, in either case.
struct SpelledRecord {
  var contig: Int
  /// From 1 up.
  var position: Int
  var reference: [UInt8]
  /// The alleles with what they do; nil for one that does nothing, such as `*`.
  var alleles: [(text: [UInt8], change: Change?)]

  /// The last base, from 1 up.
  var end: Int { position + reference.count - 1 }

  /// Spells changes, which lie near each other, over one stretch of the reference.
  init(_ changes: [Change], _ references: [[UInt8]], _ dice: inout Dice) {
    let bases = references[changes[0].contig]
    var first = changes.map(\.start).min() ?? 0
    var last = changes.map { $0.start + $0.gone.count }.max() ?? 0
    if dice.falls(40) { first = max(0, first - dice.roll(0...3)) }
    if dice.falls(40) { last = min(bases.count, last + dice.roll(0...3)) }
    // No allele may be without a base.
    let isShort = changes.contains { last - first - $0.gone.count + $0.come.count == 0 }
    if isShort || last == first {
      if first > 0 { first -= 1 } else { last += 1 }
    }
    let isLow = dice.falls(15)
    func cased(_ text: [UInt8]) -> [UInt8] { isLow ? text.map { $0 | 32 } : text }
    contig = changes[0].contig
    position = first + 1
    reference = cased(Array(bases[first..<last]))
    alleles = changes.map { change in
      let text =
        Array(bases[first..<change.start]) + change.come
        + Array(bases[(change.start + change.gone.count)..<last])
      return (cased(text), change)
    }
  }

  /// The columns CHROM to FILTER.
  func columns(_ names: [String]) -> String {
    "\(names[contig])\t\(position)\t.\t\(Self.text(reference))\t"
      + alleles.map { Self.text($0.text) }.joined(separator: ",") + "\t.\t."
  }

  static func text(_ bases: [UInt8]) -> String { String(decoding: bases, as: UTF8.self) }

  /// Records of random changes; `of` gives some of their changes in new spellings.
  static func some(
    _ count: Int, of known: [Change] = [], references: [[UInt8]], isShifted: Bool,
    _ dice: inout Dice
  ) -> [SpelledRecord] {
    (0..<count).map { _ in
      var changes = [
        known.isEmpty || dice.falls(35)
          ? Change.random(references, &dice) : known[dice.roll(0...known.count - 1)]
      ]
      let near = known.filter {
        $0.contig == changes[0].contig && abs($0.start - changes[0].start) < 6
          && $0 != changes[0]
      }
      if dice.falls(30), let other = near.randomElement(using: &dice) { changes.append(other) }
      if isShifted {
        changes = changes.map { change in
          change.shifts(in: references[change.contig]).randomElement(using: &dice) ?? change
        }
      }
      var record = SpelledRecord(changes, references, &dice)
      if !known.isEmpty, dice.falls(12) {
        let other = ["*", "<NON_REF>", "<*>"][dice.roll(0...2)]
        record.alleles.insert((Array(other.utf8), nil), at: dice.roll(0...record.alleles.count))
      }
      return record
    }
  }
}
