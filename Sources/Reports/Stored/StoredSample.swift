import Genome
import Guidance
import Knowledge
import StarAlleles

/// One sample of a stored report.
struct StoredSample: Decodable, Sendable {
  /// The sample's name in its input.
  let id: String
  /// What was said of its genes.
  let genes: [StoredGene]

  /// The results by an edition's genes, from the diplotypes stored.
  ///
  /// Genes that the edition does not have are left out.
  func results(
    in edition: [String: Gene], by caller: PhenotypeCaller, on assembly: Assembly
  ) -> [GeneResult] {
    var calls: [GeneCall] = []
    var outside: [OutsideCall] = []
    for stored in genes {
      guard let gene = edition[stored.gene] else { continue }
      if let rows = stored.outsideCalls(in: gene) {
        outside += rows
      } else {
        calls.append(stored.call(in: gene, on: assembly))
      }
    }
    return caller.results(for: calls, outside: outside)
  }
}
