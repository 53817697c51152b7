public import Knowledge
public import StarAlleles

/// One source's answer for one drug: a rule that fits, or why there is none.
public struct GuidanceEntry: Sendable, Hashable {
  /// The guideline that speaks.
  public var guideline: Guideline
  /// What it says, or why nothing.
  public var answer: Answer
  /// The gene results that led to the answer, in the guideline's order of genes.
  public var matchedGenes: [MatchedGene]
  /// Genes the guideline looks at that have no result.
  public var gaps: [GeneGap]
  /// Whether the answer holds for some of the sample's equally ranked results only, or for some of
  /// the scores a stated phenotype allows.
  public var isConditional: Bool

  /// What a source says.
  public enum Answer: Sendable, Hashable {
    /// A rule fits.
    case rule(GuidanceRule)
    /// No rule fits, and why.
    case notAssessed(NotAssessedReason)
  }

  /// The rule that fits; nil where there is none.
  public var rule: GuidanceRule? {
    if case .rule(let rule) = answer { rule } else { nil }
  }

  /// Why no rule fits; nil where one does.
  public var reason: NotAssessedReason? {
    if case .notAssessed(let reason) = answer { reason } else { nil }
  }

  /// Which of the five answers this is.
  public var state: AnswerState { rule.map(AnswerState.init) ?? .notAssessed }

  /// Whom the answer is for; empty where there is no rule.
  public var population: String { rule?.population ?? "" }
}

/// One gene's part in an answer.
public struct MatchedGene: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// The diplotype looked up; nil where only a phenotype was stated.
  public var diplotype: Diplotype?
  /// The phenotype or watched-allele keys.
  public var terms: [String]
  /// The activity score; nil where there is none.
  public var activityScore: ActivityScore?

  /// Makes a gene's part.
  public init(
    gene: String, diplotype: Diplotype?, terms: [String], activityScore: ActivityScore?
  ) {
    self.gene = gene
    self.diplotype = diplotype
    self.terms = terms
    self.activityScore = activityScore
  }
}

/// A gene a guideline looks at that has no usable result.
public struct GeneGap: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// Why there is no result.
  public var cause: Cause

  /// Why a gene has no result.
  public enum Cause: Sendable, Hashable {
    /// The input has nothing on the gene, or the knowledge base does not have the gene.
    case notTested
    /// The gene was looked at and has no call.
    case notCalled(NotCalledReason)
  }

  /// Makes a gap.
  public init(gene: String, cause: Cause) {
    self.gene = gene
    self.cause = cause
  }
}

/// Why a guideline gives no answer.
public enum NotAssessedReason: Sendable, Hashable {
  /// Genes it needs have no result.
  case noResult([GeneGap])
  /// The results of these genes are indeterminate and no rule is for that.
  case indeterminate([String])
  /// The results are clear, but the source has no rule for them.
  case noRuleForResult
  /// The guideline can't be followed by looking results up; its remark says why.
  case noRules
}
