internal import Knowledge

/// A gene laid out for matching, made once and shared by all samples.
final class MatchingTable: Sendable {
  let gene: Gene
  let order: HaplotypeOrder
  /// For each position the mask a haplotype without a cell there must show: the reference
  /// haplotype's, or the first allele where that one is a wobble.
  let referenceMasks: [UInt16]
  /// For each allele the mask it names at each position, zero where it names none.
  ///
  /// Empty for a structural allele.
  let named: [[UInt16]]
  /// The distinct printed names in printing order.
  let names: [String]
  /// For each allele the index of its printed name in `names`.
  let rank: [Int]

  init(_ gene: Gene) {
    self.gene = gene
    let order = HaplotypeOrder(reference: gene.alleles.first?.name ?? "")
    self.order = order
    var masks = [UInt16](repeating: 1, count: gene.positions.count)
    for cell in gene.alleles.first?.cells ?? [] where cell.accepted.nonzeroBitCount == 1 {
      masks[cell.position] = cell.accepted
    }
    referenceMasks = masks
    named = gene.alleles.map { allele in
      guard !allele.cells.isEmpty else { return [] }
      var row = [UInt16](repeating: 0, count: gene.positions.count)
      for cell in allele.cells { row[cell.position] = cell.accepted }
      return row
    }
    names = Set(gene.alleles.map(\.printedName)).sorted(by: order.precedes)
    let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    rank = gene.alleles.map { ranks[$0.printedName] ?? 0 }
  }

  /// The mask an allele must show at a position.
  func required(_ allele: Int, at position: Int) -> UInt16 {
    let mask = named[allele][position]
    return mask != 0 ? mask : referenceMasks[position]
  }
}

extension NamedAllele {
  /// The name a report shows: a suballele goes by its parent's.
  var printedName: String { reportedAs ?? name }
}
