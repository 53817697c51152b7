internal import Genome
internal import Knowledge

/// All sites of a gene and its paralog, ordered by coordinate.
struct SiteTable {
  let sites: [StructureSite]
  /// The site of each of the gene's positions; nil if it is outside the sequence.
  let siteOfPosition: [Int?]
  /// Sites by their first index on the gene, and on the paralog: index there, last index, site.
  let onGene: [(first: Int, last: Int, site: Int)]
  let onParalog: [(first: Int, last: Int, site: Int)]

  init(gene: Gene, facts: ParalogFacts, sequence: PairedSequence) {
    var drafts: [StructureSite] = []
    var covered: Set<Int> = []
    let paralogBase = Dictionary(
      facts.differences.map { ($0.position, $0.paralog) }, uniquingKeysWith: { first, _ in first })
    for (index, position) in gene.positions.enumerated() {
      guard
        let site = Self.site(
          position, index, sequence,
          isDifference: paralogBase[position.grch38.position.value] != nil)
      else { continue }
      covered.insert(site.position)
      drafts.append(site)
    }
    for base in facts.differences where !covered.contains(base.position) {
      drafts.append(
        Self.single(
          base.position, codes: [base.gene, base.paralog].compactMap(Self.code), sequence,
          isDifference: true, definingPosition: nil))
      covered.insert(base.position)
    }
    for variant in facts.hybrids.flatMap(\.variants) where !covered.contains(variant.position) {
      drafts.append(
        Self.single(
          variant.position, codes: [variant.reference, variant.alternate].compactMap(Self.code),
          sequence, isDifference: false, definingPosition: nil))
      covered.insert(variant.position)
    }
    drafts = drafts.filter {
      $0.geneIndex >= 0 && $0.lastGeneIndex < sequence.geneCount
    }.sorted { ($0.geneIndex, $0.lastGeneIndex) < ($1.geneIndex, $1.lastGeneIndex) }
    sites = drafts
    var siteOfPosition = [Int?](repeating: nil, count: gene.positions.count)
    for (index, site) in drafts.enumerated() {
      if let position = site.definingPosition { siteOfPosition[position] = index }
    }
    self.siteOfPosition = siteOfPosition
    onGene = drafts.enumerated().map { ($1.geneIndex, $1.lastGeneIndex, $0) }
    onParalog = drafts.enumerated().compactMap { index, site in
      let first = sequence.paralogIndex[site.geneIndex]
      let last = sequence.paralogIndex[site.lastGeneIndex]
      return first >= 0 && last >= first ? (Int(first), Int(last), index) : nil
    }.sorted { ($0.0, $0.2) < ($1.0, $1.2) }
  }

  private static func code(_ base: String) -> UInt8? { base.utf8.first.map(BaseCode.code) }

  private static func single(
    _ position: Int, codes: [UInt8], _ sequence: PairedSequence, isDifference: Bool,
    definingPosition: Int?
  ) -> StructureSite {
    let index = sequence.geneIndex(ofPosition: position)
    var codes = codes
    var paralogState: Int?
    if sequence.paralogIndex.indices.contains(index), sequence.paralogIndex[index] >= 0 {
      let base = sequence.bases[sequence.paralogOffset + Int(sequence.paralogIndex[index])]
      if !codes.contains(base) { codes.append(base) }
      paralogState = codes.firstIndex(of: base)
    }
    return StructureSite(
      position: position, geneIndex: index, lastGeneIndex: index, states: .bases(codes),
      geneState: 0, paralogState: paralogState, isDifference: isDifference,
      definingPosition: definingPosition)
  }

  private static func site(
    _ position: DefiningPosition, _ index: Int, _ sequence: PairedSequence, isDifference: Bool
  ) -> StructureSite? {
    let alleles = position.alleles
    let start = position.grch38.position.value
    guard position.role == .defining, let reference = alleles.first else { return nil }
    if alleles.allSatisfy({ $0.utf8.count == 1 }) {
      return single(
        start, codes: alleles.compactMap(code), sequence, isDifference: isDifference,
        definingPosition: index)
    }
    // The window holds the whole repeat, as known from the context, or ten bases on both sides.
    let reach = 12
    let context = position.grch38.context
    let contextEnd = context.map { $0.start.value + $0.bases.utf8.count - 1 } ?? 0
    let end = start + reference.utf8.count - 1
    let first = sequence.geneIndex(ofPosition: max(start - reach, context?.start.value ?? 0))
    let last = sequence.geneIndex(ofPosition: context == nil ? end + reach : contextEnd)
    var lengths = alleles.map { $0.utf8.count - reference.utf8.count }
    guard first >= 0, last < sequence.geneCount, Set(lengths).count == lengths.count else {
      return nil
    }
    var paralogState: Int?
    let (low, high) = (sequence.paralogIndex[first], sequence.paralogIndex[last])
    if low >= 0, high >= 0 {
      let change = Int(high - low) - (last - first)
      if !lengths.contains(change) { lengths.append(change) }
      paralogState = lengths.firstIndex(of: change)
    }
    return StructureSite(
      position: start, geneIndex: first, lastGeneIndex: last, states: .lengths(lengths),
      geneState: 0, paralogState: paralogState, isDifference: false, definingPosition: index)
  }
}
