/// A change of a reference: bases that go from a place on, and bases that come there.
struct Change: Hashable {
  var contig: Int
  /// Counted from 0.
  var start: Int
  var gone: [UInt8]
  var come: [UInt8]

  /// The whole contig with the change made: what tells whether two spellings are one event.
  func haplotype(of reference: [UInt8]) -> [UInt8] {
    Array(reference[..<start]) + come + Array(reference[(start + gone.count)...])
  }

  /// The same with what both alleles share taken off, at the end first.
  var trimmed: Change {
    var change = self
    while let last = change.gone.last, last == change.come.last {
      change.gone.removeLast()
      change.come.removeLast()
    }
    while let first = change.gone.first, first == change.come.first {
      change.gone.removeFirst()
      change.come.removeFirst()
      change.start += 1
    }
    return change
  }

  /// Every other place at which as many bases go or come and the contig becomes the same.
  func shifts(in reference: [UInt8]) -> [Change] {
    guard gone.isEmpty != come.isEmpty else { return [] }
    let target = haplotype(of: reference)
    let count = max(gone.count, come.count)
    var found: [Change] = []
    for place in max(0, start - 40)...min(reference.count - count, start + 40) {
      let other =
        gone.isEmpty
        ? Change(
          contig: contig, start: place, gone: [], come: Array(target[place..<place + count]))
        : Change(
          contig: contig, start: place, gone: Array(reference[place..<place + count]), come: [])
      if other.haplotype(of: reference) == target { found.append(other) }
    }
    return found
  }

  /// A change at random, often one that could lie elsewhere as well.
  static func random(_ references: [[UInt8]], _ dice: inout Dice) -> Change {
    let contig = dice.roll(0...references.count - 1)
    let reference = references[contig]
    let start = dice.falls(3) ? 0 : dice.roll(0...reference.count - 20)
    func taken(_ count: Int) -> [UInt8] { Array(reference[start..<start + count]) }
    switch dice.roll(0...9) {
    case 0...3:
      var new = dice.bases(1)
      while new == taken(1) { new = dice.bases(1) }
      return Change(contig: contig, start: start, gone: taken(1), come: new)
    case 4...5:
      return Change(contig: contig, start: start, gone: taken(dice.roll(1...16)), come: [])
    case 6...7:
      let count = dice.roll(1...16)
      let new = dice.falls(50) ? taken(count) : dice.bases(count)
      return Change(contig: contig, start: start, gone: [], come: new)
    default:
      let gone = taken(dice.roll(2...7))
      var new = dice.bases(dice.roll(1...8))
      while new == gone { new = dice.bases(3) }
      return Change(contig: contig, start: start, gone: gone, come: new)
    }
  }
}
