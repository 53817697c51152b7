/// The review of one patient's medication list.
public struct MedicationReview: Sendable, Hashable {
  /// What was known of the patient.
  public var facts: PatientFacts
  /// The answers, the most urgent first.
  public var answers: [MedicationAnswer]
  /// Lines no medicine could be found for; shown, never dropped.
  public var notRecognised: [ListedMedication]
  /// The genes whose phenotype other medicines or habits change.
  public var conversions: [Phenoconversion]

  /// Makes a review.
  public init(
    facts: PatientFacts, answers: [MedicationAnswer], notRecognised: [ListedMedication],
    conversions: [Phenoconversion]
  ) {
    self.facts = facts
    self.answers = answers
    self.notRecognised = notRecognised
    self.conversions = conversions
  }
}

/// What other medicines or habits make of a gene's phenotype.
public struct Phenoconversion: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// The phenotype by genotype; nil if it has no result.
  public var genotypePhenotype: String?
  /// The phenotype to reckon with; nil if it can't be stated.
  public var effectivePhenotype: String?
  /// Whether there is a published rule for the new phenotype, or it is only likely.
  public var isLikelyOnly: Bool
  /// The ids of the medicines (and habits) that cause it.
  public var causes: [String]
  /// What is said of it, with the arithmetic in the trace.
  public var sentence: Sentence

  /// Makes a conversion.
  public init(
    gene: String, genotypePhenotype: String?, effectivePhenotype: String?, isLikelyOnly: Bool,
    causes: [String], sentence: Sentence
  ) {
    self.gene = gene
    self.genotypePhenotype = genotypePhenotype
    self.effectivePhenotype = effectivePhenotype
    self.isLikelyOnly = isLikelyOnly
    self.causes = causes
    self.sentence = sentence
  }
}
