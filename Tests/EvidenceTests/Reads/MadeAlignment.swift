import GenomeFiles

/// Lays a read on the reference from the true place of each base.
struct MadeAlignment {
  /// The first aligned place and the runs; nil if nothing can be aligned.
  private(set) var result: (start: Int, cigar: [CigarOperation])?

  /// Bases that must follow a gap for an aligner to find it.
  private static let anchor = 7

  init(places: [Int?], bases: [UInt8], base: (Int) -> UInt8) {
    // Blocks of aligned bases, with what separates them.
    var blocks: [(read: Range<Int>, place: Int)] = []
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      if let last = blocks.last, last.read.upperBound == index,
        last.place + last.read.count == place
      {
        blocks[blocks.count - 1].read = last.read.lowerBound..<(index + 1)
      } else {
        blocks.append((index..<(index + 1), place))
      }
    }
    while blocks.count > 1, let last = blocks.last, last.read.count < Self.anchor {
      blocks.removeLast()
    }
    while blocks.count > 1, let first = blocks.first, first.read.count < Self.anchor {
      blocks.removeFirst()
    }
    guard var first = blocks.first, var last = blocks.last else { return }
    // Unaligned ends go on without a gap where that costs a mismatch or none.
    let before = (0..<first.read.lowerBound).count {
      bases[$0] != base(first.place - (first.read.lowerBound - $0))
    }
    if first.read.lowerBound < Self.anchor + 4, before <= 1 {
      first.place -= first.read.lowerBound
      first.read = 0..<first.read.upperBound
      blocks[0] = first
      last = blocks[blocks.count - 1]
    }
    let after = (last.read.upperBound..<bases.count).count {
      bases[$0] != base(last.place + $0 - last.read.lowerBound)
    }
    if bases.count - last.read.upperBound < Self.anchor + 4, after <= 1 {
      last.read = last.read.lowerBound..<bases.count
      blocks[blocks.count - 1] = last
    }
    var cigar: [CigarOperation] = []
    func add(_ kind: CigarOperation.Kind, _ length: Int) {
      if length > 0 { cigar.append(CigarOperation(kind, length)) }
    }
    add(.softClip, blocks[0].read.lowerBound)
    for (index, block) in blocks.enumerated() {
      if index > 0 {
        let previous = blocks[index - 1]
        add(.insertion, block.read.lowerBound - previous.read.upperBound)
        add(.deletion, block.place - previous.place - previous.read.count)
      }
      add(.match, block.read.count)
    }
    add(.softClip, bases.count - blocks[blocks.count - 1].read.upperBound)
    result = (blocks[0].place, cigar)
  }
}
