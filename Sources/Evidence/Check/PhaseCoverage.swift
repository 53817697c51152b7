public import Genome
internal import Knowledge

/// How many heterozygous positions have their phase known, in genes that have two or more of them.
public struct PhaseCoverage: Sendable, Hashable {
  /// Heterozygous positions of such genes.
  public private(set) var heterozygous = 0
  /// Those whose phase with another one of the gene is known, from records or reads.
  public private(set) var phased = 0
  /// Those that reads tie to another.
  public private(set) var tiedByReads = 0
  /// Neighbouring heterozygous positions whose phase is open.
  public private(set) var gaps: [Gap] = []

  /// Two neighbouring heterozygous positions of a gene whose phase is open.
  public struct Gap: Sendable, Hashable {
    /// The gene symbol.
    public var gene: String
    /// The id of the position further left.
    public var first: String
    /// The id of the position further right.
    public var second: String
    /// The bases from one to the other, which reads or pairs would have to span.
    public var distance: Int

    /// Makes a gap.
    public init(gene: String, first: String, second: String, distance: Int) {
      self.gene = gene
      self.first = first
      self.second = second
      self.distance = distance
    }
  }

  /// Counts the evidence of all genes.
  public init(_ evidence: [GeneEvidence], assembly: Assembly) {
    for gene in evidence { add(gene, assembly: assembly) }
  }

  /// The genes with an open phase, each once, in their order.
  public var openGenes: [String] {
    var names: [String] = []
    for gap in gaps where names.last != gap.gene { names.append(gap.gene) }
    return names
  }

  private mutating func add(_ gene: GeneEvidence, assembly: Assembly) {
    var sites: [(index: Int, place: Int, phase: Phase)] = []
    for (index, entry) in gene.positions.enumerated() {
      guard case .observed(let observation) = entry, observation.isHeterozygous,
        !observation.alleles.contains(.unknown),
        let locus = gene.gene.positions[index].locus(on: assembly)
      else { continue }
      sites.append((index, locus.position.value, observation.phase))
    }
    guard sites.count > 1 else { return }
    heterozygous += sites.count
    phased += sites.count { site in
      site.phase != .unphased
        && sites.contains { $0.index != site.index && $0.phase == site.phase }
    }
    let tied = Set((gene.readPhase?.sets ?? []).flatMap(\.positions))
    let linked = Set((gene.readPhase?.links ?? []).flatMap { [$0.first, $0.second] })
    tiedByReads += sites.count { tied.contains($0.index) && linked.contains($0.index) }
    sites.sort { ($0.place, $0.index) < ($1.place, $1.index) }
    for (one, other) in zip(sites, sites.dropFirst())
    where one.phase == .unphased || one.phase != other.phase {
      gaps.append(
        Gap(
          gene: gene.gene.symbol, first: gene.gene.positions[one.index].id,
          second: gene.gene.positions[other.index].id, distance: other.place - one.place))
    }
  }
}
