/// One thing that matters for one medicine in one patient.
public struct ReviewFinding: Sendable, Hashable {
  /// What kind of thing it is.
  public var kind: Kind
  /// How urgent it is.
  public var state: AnswerState
  /// The sentence a reader sees.
  public var sentence: Sentence
  /// The ids of other medicines on the list that take part.
  public var partners: [String]
  /// The genes that take part.
  public var genes: [String]

  /// The kinds of findings.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    /// A guideline's rule for the genes as they are.
    case gene
    /// A guideline's rule for the genes as other medicines leave them.
    case phenoconversion
    /// Two medicines through one enzyme or transporter.
    case interaction
    /// Smoking, food, drink, kidney, liver, pregnancy, age.
    case factor
    /// A side effect that a gene makes likelier.
    case risk
    /// A dose worked out by a published equation.
    case doseEquation
  }

  /// Makes a finding.
  public init(
    kind: Kind, state: AnswerState, sentence: Sentence, partners: [String] = [],
    genes: [String] = []
  ) {
    self.kind = kind
    self.state = state
    self.sentence = sentence
    self.partners = partners
    self.genes = genes
  }
}
