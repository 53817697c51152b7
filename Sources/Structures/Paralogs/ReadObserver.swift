/// What pieces of reads show at the sites they cover.
struct ReadObserver {
  let sequence: PairedSequence
  let table: SiteTable
  private let placer: ReadPlacer
  /// The counted stretch on the gene and on the paralog, as indices of each.
  let geneBody: ClosedRange<Int>
  let paralogBody: ClosedRange<Int>
  /// The sequence only the paralog has, as indices of the paralog.
  let spacer: ClosedRange<Int>

  init(
    sequence: PairedSequence, table: SiteTable, body: ClosedRange<Int>, spacer: ClosedRange<Int>
  ) {
    self.sequence = sequence
    self.table = table
    placer = ReadPlacer(sequence)
    let low = sequence.geneIndex(ofPosition: body.lowerBound)
    let high = sequence.geneIndex(ofPosition: body.upperBound)
    geneBody = max(0, low)...max(0, high)
    let onParalog = sequence.paralogIndex[max(0, low)...min(high, sequence.geneCount - 1)]
      .filter { $0 >= 0 }
    paralogBody = Int(onParalog.min() ?? 0)...Int(onParalog.max() ?? 0)
    self.spacer =
      sequence.paralogIndex(
        ofPosition: spacer.lowerBound)...sequence.paralogIndex(
        ofPosition: spacer.upperBound)
  }

  /// A piece of a read with what it shows.
  struct Piece {
    var isTurned: Bool
    /// The first and last index on the gene that the piece lies beside; nil within the spacer.
    var span: ClosedRange<Int>?
    var states: [(site: Int, state: Int)]
    /// How many of its bases lie in the body and in the spacer.
    var bodyBases: Int
    var spacerBases: Int
    var length: Int
    var edits: Int
    /// Where the piece starts in its read.
    var offset = 0
  }

  /// Places a piece and reads its sites; nil if it resembles neither gene nor paralog.
  ///
  /// - Parameters:
  ///   - qualities: Phred-scaled, as long as `bases`, or empty.
  ///   - step: Each how many bases a word is looked up.
  func piece(_ bases: [UInt8], qualities: [UInt8], minimumQuality: UInt8, step: Int) -> Piece? {
    guard let placement = placer.place(bases, step: step) else { return nil }
    let isGene = placement.path.contains { $0 >= 0 && Int($0) < sequence.geneCount }
    let offset = isGene ? 0 : sequence.paralogOffset
    let limits = isGene ? 0..<sequence.geneCount : offset..<sequence.paralogEnd
    // Bases that hang over the end of the known sequence lie in the gap or nowhere.
    let placed = placement.path.filter { limits.contains(Int($0)) }
    guard let first = placed.first, let last = placed.last, placed.count >= 30 else { return nil }
    let range = Int(first) - offset...Int(last) - offset
    var readIndex = [Int32](repeating: -1, count: range.count)
    for (index, place) in placement.path.enumerated() where limits.contains(Int(place)) {
      readIndex[Int(place) - offset - range.lowerBound] = Int32(index)
    }
    var states: [(site: Int, state: Int)] = []
    let sites = isGene ? table.onGene : table.onParalog
    var next = Self.firstIndex(in: sites, notBelow: range.lowerBound)
    while next < sites.count, sites[next].first <= range.upperBound {
      let site = sites[next]
      next += 1
      guard site.last <= range.upperBound else { continue }
      let low = readIndex[site.first - range.lowerBound]
      let high = readIndex[site.last - range.lowerBound]
      guard low >= 0, high >= 0 else { continue }
      let found: Int?
      switch table.sites[site.site].states {
      case .bases:
        if !qualities.isEmpty {
          let index = placement.isTurned ? bases.count - 1 - Int(low) : Int(low)
          if qualities[index] < minimumQuality { continue }
        }
        found = table.sites[site.site].states.state(of: Int(placement.bases[Int(low)]))
      case .lengths:
        let onGene = table.sites[site.site]
        let change = Int(high - low) - (onGene.lastGeneIndex - onGene.geneIndex)
        found = onGene.states.state(of: change)
      }
      if let found { states.append((site.site, found)) }
    }
    return Piece(
      isTurned: placement.isTurned, span: span(of: range, isGene: isGene), states: states,
      bodyBases: range.overlap(isGene ? geneBody : paralogBody),
      spacerBases: isGene ? 0 : range.overlap(spacer), length: bases.count, edits: placement.edits)
  }

  private func span(of range: ClosedRange<Int>, isGene: Bool) -> ClosedRange<Int>? {
    if isGene { return range }
    var low: Int?
    var high: Int?
    for index in range {
      let beside = Int(sequence.geneIndex[index])
      guard beside >= 0 else { continue }
      low = low ?? beside
      high = beside
    }
    guard let low, let high, low <= high else { return nil }
    return low...high
  }

  private static func firstIndex(
    in sites: [(first: Int, last: Int, site: Int)], notBelow value: Int
  ) -> Int {
    var low = 0
    var high = sites.count
    while low < high {
      let middle = (low + high) / 2
      if sites[middle].first < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ClosedRange<Int> {
  /// How many integers two ranges share.
  func overlap(_ other: ClosedRange<Int>) -> Int {
    Swift.max(
      0,
      Swift.min(upperBound, other.upperBound) - Swift.max(lowerBound, other.lowerBound) + 1)
  }
}
