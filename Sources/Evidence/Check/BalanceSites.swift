public import Genome
public import Knowledge

/// Where the balance of reads is looked at: the single bases of autosomal genes, each place once.
///
/// It is the same for all samples of a run, so that it is found out once.
public struct BalanceSites: Sendable {
  /// A position of a gene that can be looked at.
  struct Site: Sendable {
    /// Its index in `Gene.positions`.
    let position: Int
    /// The assembly's allele there.
    let reference: ObservedAllele
    /// How many alleles are known there.
    let alleles: Int
    /// The number of its place; two genes may share one.
    let place: Int
  }

  /// The sites of each gene, in the order of its positions.
  private let sites: [String: [Site]]
  /// How many places there are.
  let placeCount: Int

  /// Finds the sites of some genes on an assembly.
  public init(genes: [Gene], assembly: Assembly) {
    var places: [Place: Int] = [:]
    var sites: [String: [Site]] = [:]
    for gene in genes {
      guard let contig = gene.contig, gene.inheritance == .autosomal, contig != .x, contig != .y,
        gene.calling.method != .structural
      else { continue }
      for (index, position) in gene.positions.enumerated() {
        guard let locus = position.locus(on: assembly),
          position.alleles.allSatisfy({ $0.utf8.count == 1 })
        else { continue }
        let count = places.count
        let place = places[Place(contig: contig, position: locus.position), default: count]
        places[Place(contig: contig, position: locus.position)] = place
        sites[gene.symbol, default: []].append(
          Site(
            position: index, reference: .documented(locus.referenceIndex),
            alleles: position.alleles.count, place: place))
      }
    }
    self.sites = sites
    placeCount = places.count
  }

  /// The sites of a gene.
  func of(_ gene: String) -> [Site] { sites[gene] ?? [] }

  private struct Place: Hashable {
    let contig: Contig
    let position: Position
  }
}
