import Knowledge

extension GuidanceWording {
  /// What to do, as one sentence that names the drug.
  ///
  /// | action | firm | "consider" |
  /// | --- | --- | --- |
  /// | contraindicated | Avoid it: it is contraindicated. | the same |
  /// | avoid | Avoid it. | Consider avoiding it. |
  /// | another drug | Choose an alternative to it. | Consider an alternative to it. |
  /// | less, more | Lower (raise) the dose of it, with the numbers. | Consider a lower (higher) dose … |
  /// | the rest | the headline, after the name | the same |
  public func order(for drug: String) -> String {
    let consider = rule.isConsideration
    let doses = DoseWording.clauses(rule.doses)
    let dose = doses.isEmpty ? "" : ": \(doses.map(\.command).listed("and"))"
    let said: String
    if rule.isContraindicated {
      said = "avoid \(drug): it is contraindicated"
    } else {
      switch rule.action {
      case .avoid: said = consider ? "consider avoiding \(drug)" : "avoid \(drug)"
      case .useAlternative:
        said =
          consider
          ? "consider an alternative to \(drug)"
          : "choose an alternative to \(drug)"
      case .reduceDose:
        said = (consider ? "consider a lower dose of \(drug)" : "lower the dose of \(drug)") + dose
      case .increaseDose:
        said = (consider ? "consider a higher dose of \(drug)" : "raise the dose of \(drug)") + dose
      case .standard where AnswerState(rule) == .noChange: said = "give \(drug) as usual"
      case .adjustDose, .monitor, .test, .standard, .noRecommendation:
        said = "\(drug): \(headline.lowercasedFirst)"
      }
    }
    return said.sentenceCased.closed
  }

  /// The doses as sentences, one for each phase of treatment; empty if the rule gives none.
  ///
  /// The dose of a drug that is to be replaced is for the case that it can't be, and says so.
  var doseSentences: [String] {
    let isReplaced = rule.action == .avoid || rule.action == .useAlternative
    return DoseWording.clauses(rule.doses).map { clause in
      (isReplaced ? "if it must be used, \(clause.command)" : clause.command).sentenceCased.closed
    }
  }
}

extension String {
  /// With the indefinite article before it.
  var withArticle: String {
    let isVowel = first.map { "aeiou".contains($0) } ?? false
    return isVowel ? "an \(self)" : "a \(self)"
  }

  /// With the first letter in lower case, unless a capital follows, as in `ECG`.
  var lowercasedFirst: String {
    if dropFirst().first?.isUppercase == true { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
