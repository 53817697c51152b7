public import Genome
public import Guidance
public import Knowledge
import StarAlleles

/// The sentences for an answer that is missing: why, and what would give it.
public struct NotAssessedWording {
  private let genes: [String: GeneResult]
  private let assembly: Assembly

  /// Makes the wording for a sample's results.
  public init(genes: [GeneResult], assembly: Assembly) {
    self.genes = Dictionary(
      genes.map { ($0.gene.symbol, $0) }, uniquingKeysWith: { first, _ in first })
    self.assembly = assembly
  }

  /// The reason in at most `GuidanceWording.headlineLimit` characters.
  public func headline(_ reason: NotAssessedReason) -> String {
    let long: String
    let short: String
    switch reason {
    case .noResult(let gaps):
      let names = gaps.map(\.gene).listed("and")
      long = "Not assessed: \(names) \(gaps.count == 1 ? "has" : "have") no result"
      short = "Not assessed: genes without a result"
    case .indeterminate(let symbols):
      long = "Not assessed: \(symbols.listed("and")) indeterminate"
      short = "Not assessed: indeterminate results"
    case .noRuleForResult:
      long = "Not assessed: the source has no rule for this result"
      short = long
    case .noRules:
      long = "Not assessed: follow the guideline itself"
      short = long
    }
    return long.count <= GuidanceWording.headlineLimit ? long : short
  }

  /// The reason in full; never empty.
  public func text(_ reason: NotAssessedReason, guideline: Guideline) -> String {
    switch reason {
    case .noResult(let gaps):
      return gaps.map(sentence).joined(separator: " ")
    case .indeterminate(let symbols):
      let verb = symbols.count == 1 ? "is" : "are"
      return "The result of \(symbols.listed("and")) \(verb) indeterminate, and "
        + "\(guideline.source) has no rule for that."
    case .noRuleForResult:
      return "\(guideline.source) says nothing for this result of "
        + "\(guideline.genes.listed("and"))."
    case .noRules:
      let remark = guideline.remark?.trimmed ?? ""
      return remark.isEmpty
        ? "\(guideline.source) gives no rule that a result could be looked up in." : remark
    }
  }

  /// What would give an answer, as a sentence; nil where no test would.
  public func remedy(_ reason: NotAssessedReason) -> String? {
    switch reason {
    case .noResult(let gaps): "Needed: \(gaps.map(remedy).distinct.listed("and"))."
    case .indeterminate, .noRuleForResult, .noRules: nil
    }
  }

  /// Why a gene has no result, as a sentence.
  public func sentence(_ gap: GeneGap) -> String {
    switch gap.cause {
    case .notTested: "\(gap.gene) was not tested: the input has no data on it."
    case .notCalled(let reason): wording(gap.gene)?.sentence(reason) ?? "\(gap.gene) has no call."
    }
  }

  /// What would give the gene a result, as a phrase.
  public func remedy(_ gap: GeneGap) -> String {
    switch gap.cause {
    case .notTested: "\(gap.gene) testing"
    case .notCalled(let reason): wording(gap.gene)?.remedy(reason) ?? "\(gap.gene) testing"
    }
  }

  private func wording(_ symbol: String) -> CallWording? {
    genes[symbol].map { CallWording(gene: $0.gene, assembly: assembly) }
  }
}
