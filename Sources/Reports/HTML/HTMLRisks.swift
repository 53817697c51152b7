import Guidance
import Knowledge

/// The side-effect risks that the genes raise, the worst first.
struct HTMLRisks {
  let context: ReportContext

  var markup: Markup {
    let raised = context.input.risks.filter { $0.risk.isRaised }
    guard !raised.isEmpty else { return .empty }
    let sure = raised.filter { $0.certainty == .present }
    let rows = (sure + raised.filter { $0.certainty == .possible }).map(row)
    return """
      <section id="risks"><h2>Side effects these genes make likelier</h2>
      <table class="wide even"><thead><tr><th scope="col">Side effect</th>\
      <th scope="col">Medicines</th><th scope="col">Why, and what to do</th>\
      <th scope="col">How likely</th></tr>\
      </thead><tbody>
      \(rows)</tbody></table></section>

      """
  }

  private func row(_ finding: RiskFinding) -> Markup {
    let risk = finding.risk
    let wording = RiskWording(risk)
    let names = risk.medicines.map(context.name).listed("and")
    let doubt = finding.certainty == .possible ? " Not settled: some results that fit lack it." : ""
    let figures =
      wording.figures.isEmpty ? "no figure entered" : wording.figures.joined(separator: "; ")
    return """
      <tr><th scope="row">\(wording.headline.sentenceCased)</th><td>\(names)</td>\
      <td>\(finding.because).\(doubt) \(wording.advice ?? "")</td>\
      <td class="small">\(figures.sentenceCased).</td></tr>

      """
  }
}

extension SideEffectRisk {
  /// Whether the state raises the risk, rather than having been found not to.
  var isRaised: Bool { riskClass != .lowToNone && riskClass != .noRecommendation }
}

extension RiskFinding {
  /// The person's own results that raise the risk, as words; the state where they have none.
  var because: String {
    matchedGenes.isEmpty
      ? RiskWording(risk).state : matchedGenes.map(\.words).distinct.joined(separator: "; ")
  }
}
