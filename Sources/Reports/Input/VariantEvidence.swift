import Evidence
import Genome
import Guidance
import Knowledge
import StarAlleles

/// A position at which a sample shows something other than the reference.
struct VariantEvidence {
  /// The index into the gene's positions.
  var index: Int
  /// The alleles as sequence; `?` for the unknown half of a half call.
  var alleles: [String]
  /// `phased`, `unphased`, or `phase set N`.
  var phase: String
  /// What it rests on, in words.
  var basis: String
  /// The record it was read from.
  var trace: RecordTrace?
  /// What the reads show, if it rests on reads.
  var reads: ReadCounts?

  /// All such positions of a gene, in their order.
  static func positions(in result: GeneResult, assembly: Assembly) -> [VariantEvidence] {
    let gene = result.gene
    return result.call.evidence.enumerated().compactMap { index, evidence in
      guard case .observed(let observation) = evidence, gene.positions.indices.contains(index)
      else {
        return nil
      }
      let position = gene.positions[index]
      let reference = position.locus(on: assembly)?.referenceIndex ?? 0
      guard observation.alleles.contains(where: { $0 != .documented(reference) }) else {
        return nil
      }
      return VariantEvidence(index: index, observation, position)
    }
  }

  private init(index: Int, _ observation: Observation, _ position: DefiningPosition) {
    self.index = index
    alleles = observation.alleles.map(position.sequence)
    reads = observation.reads.map { ReadCounts($0, position) }
    phase =
      switch observation.phase {
      case .unphased: "unphased"
      case .phased: "phased"
      case .phaseSet(let number): "phase set \(number)"
      }
    switch observation.basis {
    case .record(let trace): (basis, self.trace) = ("record", trace)
    case .referenceBlock(let trace): (basis, self.trace) = ("reference block", trace)
    case .callableRegion: (basis, trace) = ("callable region", nil)
    case .assumedReference: (basis, trace) = ("assumed reference", nil)
    case .reads: (basis, trace) = ("reads", nil)
    case .recordAndReads(let trace, _): (basis, self.trace) = ("record and reads", trace)
    }
  }
}
