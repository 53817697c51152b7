/// What inhibitors and inducers of an enzyme make of a gene's result.
public struct EnzymeConversion: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// The names under which roles list the gene's protein, such as `CYP3A`.
  public var proteins: [String]
  /// Whether there is a published consensus for the new phenotype, or it is only likely.
  public var isLikelyOnly: Bool
  /// The phenotypes from the least function to the most, those of one rank together, the first of
  /// which names the rank; empty for a gene that converts by its activity score, or not at all.
  public var ranks: [[String]]
  /// What each kind of perpetrator does; none for a gene whose phenotype can't be stated anew.
  public var effects: [Effect]
  /// What a reader must know of it, in our words; nil if nothing.
  public var remark: String?
  /// Where it is from.
  public var sources: [FactSource]

  /// What perpetrators of one strength do.
  public struct Effect: Sendable, Hashable {
    /// Inhibitor or inducer.
    public var role: ProteinRole.Role
    /// How strong.
    public var strength: ProteinRole.Strength
    /// What they do to the result.
    public var change: Change

    /// Makes an effect.
    public init(role: ProteinRole.Role, strength: ProteinRole.Strength, change: Change) {
      self.role = role
      self.strength = strength
      self.change = change
    }
  }

  /// What is done to a result.
  public enum Change: Sendable, Hashable {
    /// The activity score is multiplied by so many hundredths.
    case multiply(hundredths: Int)
    /// So many ranks up, or down if below 0.
    case step(Int)
    /// To the lowest rank.
    case lowest
  }

  /// What a perpetrator does; nil if nothing is known or its strength is not stated.
  public func change(_ role: ProteinRole.Role, _ strength: ProteinRole.Strength) -> Change? {
    effects.first { $0.role == role && $0.strength == strength }?.change
  }

  /// Makes a conversion.
  public init(
    gene: String, proteins: [String], isLikelyOnly: Bool, ranks: [[String]] = [],
    effects: [Effect] = [], remark: String? = nil, sources: [FactSource]
  ) {
    self.gene = gene
    self.proteins = proteins
    self.isLikelyOnly = isLikelyOnly
    self.ranks = ranks
    self.effects = effects
    self.remark = remark
    self.sources = sources
  }
}

/// A habit and the substance through which it acts on enzymes.
public struct HabitSubstance: Sendable, Hashable {
  /// The habit.
  public var factor: PatientFactor.Factor
  /// The id of the substance, which has the roles.
  public var medicine: String
  /// Whether it changes what a gene's result stands for; not if it acts in the gut wall alone.
  public var converts: Bool
  /// What limits it, in our words; nil if nothing does.
  public var remark: String?

  /// Makes a habit.
  public init(
    factor: PatientFactor.Factor, medicine: String, converts: Bool = true, remark: String? = nil
  ) {
    self.factor = factor
    self.medicine = medicine
    self.converts = converts
    self.remark = remark
  }
}
