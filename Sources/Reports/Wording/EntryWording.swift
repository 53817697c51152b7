import Guidance
import Knowledge
import StarAlleles

/// The words for one entry, whether a rule fits or not.
struct EntryWording {
  /// At most 60 characters.
  let headline: String
  /// Full sentences.
  let text: String
  /// What the results mean for the drug, a sentence for each gene.
  let implications: [String]
  /// What would give an answer, where there is none.
  let remedy: String?
  /// Whatever limits the answer: it is conditional, or a gene is missing.
  let limits: [String]

  init(_ entry: GuidanceEntry, drug: Drug, _ context: ReportContext) {
    var limits: [String] = []
    switch entry.answer {
    case .rule(let rule):
      let wording = GuidanceWording(
        rule: rule, drug: drug.name, names: context.input.provenance.drugNames)
      headline = wording.headline
      text = wording.text
      implications = ImplicationWording.sentences(rule.implications, genes: entry.matchedGenes)
      remedy = nil
      let asked = Set(rule.conditions.map(\.gene))
      limits += entry.gaps.map { gap in
        asked.contains(gap.gene)
          ? "\(gap.gene) has no result; this is the source's advice for that case."
          : "\(gap.gene) has no result and had no part in this answer."
      }
    case .notAssessed(let reason):
      headline = context.notAssessed.headline(reason)
      text = context.notAssessed.text(reason, guideline: entry.guideline)
      implications = []
      remedy = context.notAssessed.remedy(reason)
    }
    if entry.isConditional {
      limits.append("This holds for some of the equally likely results only.")
    }
    self.limits = limits
  }
}

extension MatchedGene {
  /// The result as `CYP2C19 *2/*2, poor metaboliser, score 0.0`.
  var words: String {
    var parts = [diplotype.map { "\(gene) \($0)" } ?? gene]
    if !terms.isEmpty { parts.append(terms.map(PhenotypeWording.plain).joined(separator: ", ")) }
    if let activityScore { parts.append("score \(activityScore)") }
    return parts.joined(separator: ", ")
  }
}
