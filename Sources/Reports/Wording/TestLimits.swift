import Evidence
import Guidance
import Knowledge
import StarAlleles

/// What a reader must know of what the test can't show, said from the sample's own data.
struct TestLimits {
  /// The sentences.
  let sentences: [String]

  init(_ input: ReportInput) {
    var sentences: [String] = []
    let read = input.genes.filter { $0.call.status != .outside && !$0.gene.positions.isEmpty }
    let total = read.reduce(0) { $0 + $1.gene.positions.count }
    let missing = read.reduce(0) { $0 + $1.call.missing.count }
    if total > 0 {
      sentences.append(
        "\(total) known positions of \(read.count) genes were looked for; "
          + (missing == 0 ? "all had data." : "\(missing) had no data."))
    }
    let partial = read.filter { !$0.lookups.isEmpty && !$0.call.missing.isEmpty }
    if !partial.isEmpty {
      sentences.append(
        "Results with positions missing: "
          + partial.map { "\($0.gene.symbol) (\($0.call.missing.count))" }.joined(separator: ", ")
          + ". A variant at a missing position would not be seen.")
    }
    let assumed = read.filter { result in
      result.call.evidence.contains { evidence in
        if case .observed(let observation) = evidence {
          observation.basis == .assumedReference
        } else {
          false
        }
      }
    }
    if !assumed.isEmpty {
      sentences.append(
        "Positions without a record were read as the reference, because the user said so; "
          + "if they were not covered, variants may have been missed.")
    }
    sentences.append(
      "Variants that no definition lists, and rare or new haplotypes, are not seen; such a person "
        + "is reported as the nearest known haplotype.")
    let caveats = input.genes.compactMap { result -> String? in
      guard result.call.status != .outside, let caveat = result.gene.calling.caveat else {
        return nil
      }
      guard !result.call.showsStructure else {
        return "\(result.gene.symbol): copies and deletions were looked for in the reads; a hybrid "
          + "or an event that no definition lists is reported as the nearest known one."
      }
      return "\(result.gene.symbol): \(caveat)."
    }
    sentences += caveats
    sentences.append(
      "Other medicines that block or speed up an enzyme, kidney and liver function, age and weight "
        + "are not considered; they can outweigh a genotype.")
    self.sentences = sentences
  }
}
