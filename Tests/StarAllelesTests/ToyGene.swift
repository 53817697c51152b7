import Evidence
import Genome
import Knowledge
import StarAlleles

/// A small gene for tests with positions p1, p2 and so on, each with the alleles A, G and T.
struct ToyGene {
  var gene: Gene

  /// Makes a gene whose haplotypes are given by the positions at which they carry G.
  ///
  /// - Parameters:
  ///   - positions: the number of positions, each with the alleles A (reference) and G.
  ///   - alleles: names and the positions, from 1, where each carries G; the reference first.
  init(
    positions: Int, alleles: [(name: String, variants: [Int])], calling: CallingRules? = nil,
    inheritance: Inheritance = .autosomal, wobbles: [String: [Int]] = [:]
  ) {
    let places = (1...positions).compactMap { index -> DefiningPosition? in
      guard let place = Position(1000 + index * 10) else { return nil }
      return DefiningPosition(
        id: "p\(index)", rsid: nil, hgvs: "g.\(place)A>G", alleles: ["A", "G", "T"],
        grch38: .init(position: place, referenceIndex: 0),
        grch37: .init(position: place, referenceIndex: 0), role: .defining)
    }
    let named = alleles.enumerated().map { offset, allele in
      let wobble = wobbles[allele.name] ?? []
      var cells = allele.variants.map { NamedAllele.Cell(position: $0 - 1, accepted: 0b10) }
      cells += wobble.map { NamedAllele.Cell(position: $0 - 1, accepted: 0b11) }
      if offset == 0 {
        let done = Set(cells.map(\.position))
        cells += (0..<positions).filter { !done.contains($0) }.map {
          NamedAllele.Cell(position: $0, accepted: 0b1)
        }
      }
      return NamedAllele(
        name: allele.name, function: nil, activity: nil,
        cells: cells.sorted { $0.position < $1.position })
    }
    gene = Gene(
      symbol: "TOY", contig: Contig(name: inheritance == .chromosomeX ? "X" : "1"),
      inheritance: inheritance, positions: places, alleles: named,
      calling: calling ?? CallingRules(method: .diplotype), phenotyping: .diplotype, sources: [])
  }

  /// Evidence spelled as genotypes by position: `0/1`, `0|1`, `1|0:7` (phase set), `1`, `./1`, `2`
  /// for the third allele, `x` for an undocumented one, nil for no data.
  func evidence(_ genotypes: [String?]) -> GeneEvidence {
    GeneEvidence(
      gene: gene,
      positions: genotypes.map { text in
        guard let text else { return .noData(.absent) }
        let parts = text.split(separator: ":")
        let phased = parts[0].contains("|")
        let alleles = parts[0].split { $0 == "/" || $0 == "|" }.map { token -> ObservedAllele in
          switch token {
          case ".": .unknown
          case "x": .undocumented("C")
          default: .documented(Int(token) ?? 0)
          }
        }
        let phase: Phase =
          phased ? (parts.count > 1 ? .phaseSet(Int(parts[1]) ?? 0) : .phased) : .unphased
        return .observed(Observation(alleles: alleles, phase: phase, basis: .assumedReference))
      })
  }

  func call(_ genotypes: String?...) -> GeneCall { call(genotypes) }

  func call(_ genotypes: [String?]) -> GeneCall {
    StarAlleleCaller(genes: [gene]).call(evidence(genotypes))
  }
}

extension GeneCall {
  var top: [String] { diplotypes.map { String(describing: $0) } }
  var possible: [String] { compatible.map { String(describing: $0) } }
  var lookedUp: [String] { lookup.map { String(describing: $0) } }
}
