import Evidence
import Guidance
import Knowledge
import StarAlleles

/// The result of a gene that no guideline looks at, in a few words.
struct CallOnlyWording {
  private let result: GeneResult

  init(_ result: GeneResult) { self.result = result }

  /// Whether anything was seen of the gene.
  var hasResult: Bool { !result.call.diplotypes.isEmpty || !result.call.components.isEmpty }

  /// The diplotypes, or the positions that are not reference on both chromosomes.
  var text: String {
    let call = result.call
    guard call.diplotypes.isEmpty else {
      let more = call.diplotypes.count > 2 ? " (+\(call.diplotypes.count - 2))" : ""
      return call.diplotypes.prefix(2).map(\.description).joined(separator: " or ") + more
    }
    guard result.gene.calling.method == .variants else {
      return call.components.joined(separator: " + ")
    }
    let seen = zip(observedPositions, call.components)
    let variant = seen.filter { isVariant($0.0) }.map(\.1)
    return variant.isEmpty
      ? "reference at \(call.components.count) of \(result.gene.positions.count) positions"
      : variant.joined(separator: ", ")
  }

  /// What is known of the weight of its evidence.
  var weight: String {
    guard let literature = result.gene.literature else { return "no graded evidence" }
    return "ClinPGx level \(literature.clinpgxLevel)"
  }

  private var observedPositions: [Int] {
    result.call.evidence.indices.filter {
      if case .observed = result.call.evidence[$0] { true } else { false }
    }
  }

  private func isVariant(_ index: Int) -> Bool {
    guard case .observed(let observation) = result.call.evidence[index] else { return false }
    return observation.alleles.contains { $0 != .documented(0) }
  }
}
