import Genome
import Guidance
import Knowledge
import StarAlleles

/// The words for one gene's ambiguities.
struct AmbiguityWording {
  private let gene: Gene

  init(_ gene: Gene) { self.gene = gene }

  /// A site as `rs1 A/G`, or `rs1 G` where a person has one copy.
  func site(_ site: SharedGenotype.Site) -> String {
    "\(gene.positions[site.position].id) \(alleles(of: site).joined(separator: "/"))"
  }

  /// The alleles of a site as the position lists them.
  func alleles(of site: SharedGenotype.Site) -> [String] {
    let alleles = gene.positions[site.position].alleles
    return [site.first, site.second].compactMap { $0 }.map { alleles[$0] }
  }

  /// What a reading means: its phenotype or keys, and its score; empty where neither is.
  func meaning(_ reading: Ambiguity.Reading) -> String {
    let terms = reading.lookup.phenotype.map { [$0] } ?? reading.lookup.key.terms
    return (terms + (reading.lookup.activityScore.map { ["score \($0)"] } ?? []))
      .joined(separator: ", ")
  }

  /// What would settle it, as a phrase.
  func remedy(_ phase: DecidingPhase) -> String {
    guard case .between(let positions) = phase else {
      return "phase does not settle it: one pair of chromosomes fits several diplotypes"
    }
    let names = positions.map { gene.positions[$0].id }
    let bases = span(of: positions)
    return "phase between \(names.listed("and")), \(bases) \(bases == 1 ? "base" : "bases") apart"
  }

  /// The bases from the first of some positions to the last, on GRCh38.
  func span(of positions: [Int]) -> Int {
    let places = positions.map { gene.positions[$0].grch38.position.value }
    return (places.max() ?? 0) - (places.min() ?? 0)
  }

  /// The ids of some positions.
  func names(_ positions: [Int]) -> [String] { positions.map { gene.positions[$0].id } }
}
