internal import Evidence
internal import Knowledge

/// Reports the genotype of each position of a gene that has no named haplotypes.
///
/// The components read `rs1801133 G/A`, with the alleles in the order of the record, `A|G` where they
/// are phased; positions without data are in `missing` as for any gene.
struct VariantListCaller {
  private let gene: Gene

  init(_ table: MatchingTable) { gene = table.gene }

  func complete(_ call: inout GeneCall) {
    call.status = .called
    call.components = gene.positions.indices.compactMap { index in
      guard case .observed(let observation) = call.evidence[index] else { return nil }
      let separator = observation.phase == .unphased ? "/" : "|"
      let alleles = observation.alleles.map { spelled($0, at: index) }
      return "\(gene.positions[index].id) \(alleles.joined(separator: separator))"
    }
  }

  private func spelled(_ allele: ObservedAllele, at position: Int) -> String {
    switch allele {
    case .documented(let index): gene.positions[position].alleles[index]
    case .undocumented(let text): text
    case .unknown: "."
    }
  }
}
