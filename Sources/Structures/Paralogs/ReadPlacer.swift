/// Where a read, or a piece of one, lies on the gene or on the paralog.
struct Placement {
  /// For each base of `bases` its index in `PairedSequence.bases`; -1 if it has none.
  var path: [Int32]
  /// The bases in the direction of the sequence.
  var bases: [UInt8]
  /// Whether the bases were turned to the other strand.
  var isTurned: Bool
  /// Differing, inserted and deleted bases.
  var edits: Int
}

/// Lays reads on whichever of gene and paralog they resemble more.
///
/// Where an aligner put a read says little between paralogs, so its place is found anew: words in
/// common give a diagonal; the bases are compared along it and, where they do not fit, aligned in a
/// band around it by edit distance (Ukkonen 1985).
struct ReadPlacer {
  let sequence: PairedSequence
  private let index: WordIndex
  private static let band = 24
  /// Reads with more differences and gaps than this share of their length are of neither.
  private static let tolerance = 0.08

  init(_ sequence: PairedSequence) {
    self.sequence = sequence
    index = WordIndex(sequence.bases)
  }

  /// The best place of some bases; nil if they resemble neither.
  func place(_ bases: [UInt8], step: Int) -> Placement? {
    guard bases.count >= 40 else { return nil }
    let forward = diagonals(bases, step)
    var best = bestPlacement(bases, forward, isTurned: false)
    if best == nil {
      let turned = BaseCode.reverseComplement(bases)
      best = bestPlacement(turned, diagonals(turned, step), isTurned: true)
    }
    return best
  }

  /// The most supported diagonal on gene and paralog.
  private func diagonals(_ bases: [UInt8], _ step: Int) -> [(diagonal: Int, votes: Int)] {
    var hits: [Int32] = []
    WordIndex.forEachWord(in: bases, every: step) { word, start in
      index.forEachPlace(of: word) { hits.append($0 - Int32(start)) }
    }
    hits.sort()
    var best = [(diagonal: Int, votes: Int)](repeating: (0, 0), count: 3)
    var low = 0
    while low < hits.count {
      var high = low
      var top = (diagonal: hits[low], votes: 0)
      var run = 0
      while high < hits.count, hits[high] - hits[low] <= 30 {
        run = high > low && hits[high] == hits[high - 1] ? run + 1 : 1
        if run > top.votes { top = (hits[high], run) }
        high += 1
      }
      let middle = Int(hits[low]) + bases.count / 2
      let side =
        middle < sequence.geneCount + 200 ? 0 : middle < sequence.paralogEnd + 200 ? 1 : 2
      if high - low > best[side].votes { best[side] = (Int(top.diagonal), high - low) }
      low = high
    }
    let least = max(2, (best.map(\.votes).max() ?? 0) / 8)
    return best.filter { $0.votes >= least }
  }

  private func bestPlacement(
    _ bases: [UInt8], _ diagonals: [(diagonal: Int, votes: Int)], isTurned: Bool
  ) -> Placement? {
    let limit = Int(Double(bases.count) * Self.tolerance)
    let compared = diagonals.map { ($0.diagonal, mismatches(bases, at: $0.diagonal)) }
    guard let straight = compared.min(by: { $0.1 < $1.1 }) else { return nil }
    let end = sequence.paralogEnd
    if straight.1 <= 10, straight.0 >= end { return nil }
    if straight.1 <= 2 || straight.1 <= 10 && isScattered(bases, at: straight.0) {
      return Placement(
        path: (0..<bases.count).map { Int32(straight.0 + $0) }, bases: bases, isTurned: isTurned,
        edits: straight.1)
    }
    var best: Placement?
    for (diagonal, _) in compared {
      guard let (path, edits) = align(bases, around: diagonal), edits < best?.edits ?? Int.max
      else { continue }
      best = Placement(path: path, bases: bases, isTurned: isTurned, edits: edits)
    }
    guard let best, differences(best) <= limit, best.path.allSatisfy({ Int($0) < end }) else {
      return nil
    }
    return best
  }

  /// Differing bases, and gaps whatever their length.
  private func differences(_ placement: Placement) -> Int {
    var count = 0
    var last: Int32?
    var isInserted = false
    for (index, place) in placement.path.enumerated() {
      guard place >= 0 else {
        if !isInserted { count += 1 }
        isInserted = true
        continue
      }
      isInserted = false
      if let last, place > last + 1 { count += 1 }
      last = place
      if sequence.bases[Int(place)] != placement.bases[index] { count += 1 }
    }
    return count
  }

  private func mismatches(_ bases: [UInt8], at diagonal: Int) -> Int {
    guard diagonal >= 0, diagonal + bases.count <= sequence.bases.count else { return bases.count }
    var count = 0
    for index in bases.indices where bases[index] != sequence.bases[diagonal + index] { count += 1 }
    return count
  }

  /// Whether differences along a diagonal are no sign of a shift: nowhere four within twelve bases.
  private func isScattered(_ bases: [UInt8], at diagonal: Int) -> Bool {
    var last = [-100, -100, -100]
    for index in bases.indices where bases[index] != sequence.bases[diagonal + index] {
      if index - last[0] < 12 { return false }
      last = [last[1], last[2], index]
    }
    return true
  }

  /// The path with the fewest edits within the band, with free ends on the sequence.
  private func align(_ bases: [UInt8], around diagonal: Int) -> (path: [Int32], edits: Int)? {
    let width = 2 * Self.band + 1
    let low = diagonal - Self.band
    guard low >= 0, low + width + bases.count < sequence.bases.count else { return nil }
    // Column k of row i stands for the sequence index low + i + k.
    var row = [Int32](repeating: 0, count: width)
    var next = row
    var steps = [UInt8](repeating: 0, count: width * bases.count)
    for i in bases.indices {
      for k in 0..<width {
        var value = row[k] + (bases[i] == sequence.bases[low + i + k] ? 0 : 1)
        var step: UInt8 = 0
        if k + 1 < width, row[k + 1] + 1 < value {
          value = row[k + 1] + 1
          step = 1
        }
        if k > 0, next[k - 1] + 1 < value {
          value = next[k - 1] + 1
          step = 2
        }
        next[k] = value
        steps[i * width + k] = step
      }
      swap(&row, &next)
    }
    guard let edits = row.min(), var k = row.firstIndex(of: edits) else { return nil }
    var path = [Int32](repeating: -1, count: bases.count)
    var i = bases.count - 1
    while i >= 0 {
      switch steps[i * width + k] {
      case 0:
        path[i] = Int32(low + i + k)
        i -= 1
      case 1:
        // An inserted base: the row above, one column on.
        i -= 1
        k += 1
      default: k -= 1
      }
    }
    return (path, Int(edits))
  }
}
