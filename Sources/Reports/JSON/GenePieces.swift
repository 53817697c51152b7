import Evidence
import Guidance
import Knowledge

/// The JSON of genes of which nothing was seen, kept for further samples: it is the same for all.
final class GenePieces {
  private var pieces: [String: ArraySlice<UInt8>] = [:]

  /// Writes one gene, from memory where it says nothing of the sample.
  func write(
    _ result: GeneResult, _ provenance: ReportProvenance, disagreements: [ReadDisagreement],
    to json: inout JSONWriter
  ) {
    let gene = GeneJSON(result, provenance, disagreements: disagreements)
    guard gene.isSilent else { return gene.write(to: &json) }
    if let piece = pieces[result.gene.symbol] { return json.append(piece: piece) }
    let start = json.count
    gene.write(to: &json)
    pieces[result.gene.symbol] = ArraySlice(Array(json.piece(from: start)))
  }
}
