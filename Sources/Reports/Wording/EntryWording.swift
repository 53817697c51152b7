import Guidance
import Knowledge

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

  init(
    _ entry: GuidanceEntry, drug: Drug, input: ReportInput, notAssessed: NotAssessedWording
  ) {
    switch entry.answer {
    case .rule(let rule):
      let wording = GuidanceWording(
        rule: rule, drug: drug.name, names: input.provenance.drugNames)
      headline = wording.headline
      text = wording.text
      implications = ImplicationWording.sentences(rule.implications, genes: entry.matchedGenes)
      remedy = nil
    case .notAssessed(let reason):
      headline = notAssessed.headline(reason)
      text = notAssessed.text(reason, guideline: entry.guideline)
      implications = []
      remedy = notAssessed.remedy(reason)
    }
  }
}
