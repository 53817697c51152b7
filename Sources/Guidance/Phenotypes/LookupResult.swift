public import Knowledge
public import StarAlleles

/// What one diplotype, or one stated result, means: phenotype, score, and the keys rules look at.
public struct LookupResult: Sendable, Hashable {
  /// The diplotype looked up; nil where only a phenotype or score was stated.
  public var diplotype: Diplotype?
  /// The function of each haplotype of the diplotype; nil for one without.
  public var functions: [String?]
  /// The phenotype in the standard term; nil where the gene has none (its diplotype is the key) or
  /// has several keys instead.
  public var phenotype: String?
  /// The activity score; nil where the gene has none or it can't be stated.
  public var activityScore: ActivityScore?
  /// What rules match on.
  public var key: LookupKey
  /// What the result rests on.
  public var basis: Basis
  /// How a value that no table holds was worked out.
  public var notes: [LookupNote]

  /// What a result rests on.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The diplotype.
    case diplotype
    /// A phenotype an outside call states.
    case statedPhenotype
    /// A score an outside call states.
    case statedScore
  }

  /// Whether there is a phenotype term but it says that nothing can be said.
  public var isIndeterminate: Bool { phenotype == PhenotypeTerm.indeterminate }
}

/// The part of a gene result that rules look at; two diplotypes with equal keys get equal guidance.
public struct LookupKey: Sendable, Hashable {
  /// The phenotype, or a key for each watched allele.
  public var terms: [String]
  /// What is known of the activity score.
  public var score: Score
  /// The diplotype, for rules that look at it; nil once it is known that none does.
  public var diplotype: Diplotype?

  /// What is known of an activity score.
  public enum Score: Sendable, Hashable {
    /// The gene has no scores.
    case notScored
    /// The score is known.
    case value(ActivityScore)
    /// Only the phenotype is known, so the score is one of these.
    case oneOf([ActivityScore])
    /// An allele has no value, so the score can't be stated.
    case unknown
  }

  /// Makes a key.
  public init(terms: [String], score: Score = .notScored, diplotype: Diplotype? = nil) {
    self.terms = terms
    self.score = score
    self.diplotype = diplotype
  }

  /// The key of a gene that has no result; some sources have rules for that.
  public static let noResult = LookupKey(terms: [PhenotypeTerm.noResult])
}

/// How a value that no table holds was worked out.
public enum LookupNote: Sendable, Hashable {
  /// An activity is the sum of a tandem's parts, or a multiple for copies.
  case activityComputed(haplotype: String, activity: ActivityScore)
  /// The haplotype has no function or value in the knowledge base.
  case noFunction(haplotype: String)
  /// Only one allele was given where a person carries two.
  case oneAlleleOnly
  /// The score stated stands for another phenotype than the one stated.
  case statedPhenotypeOverruled(stated: String, score: ActivityScore, derived: String)
  /// What was stated is not what the stated diplotype gives.
  case statedDiffersFromDiplotype(stated: String, derived: String)
  /// The program that called the diplotype gives it another phenotype than the knowledge base.
  case callerTellsOtherwise(told: String, derived: String)
}
