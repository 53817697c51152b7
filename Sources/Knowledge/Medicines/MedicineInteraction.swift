/// How one medicine changes what to do with another, as a source states of the pair.
public struct MedicineInteraction: Sendable, Hashable {
  /// A stable name, such as `…-with-…`.
  public var id: String
  /// The ids of the medicines whose exposure, effect or risk changes.
  public var medicines: [String]
  /// The ids of those that change it.
  public var partners: [String]
  /// How it comes about, in our words.
  public var mechanism: String
  /// The genes of the protein it comes about through; empty if none is known here.
  public var genes: [String]
  /// What happens to exposure, effect or risk.
  public var direction: PatientFactor.Direction
  /// How many times the exposure becomes; nil if no source states it.
  public var fold: ClosedNumbers?
  /// How much it matters.
  public var severity: InteractionSeverity
  /// What to do with the first medicine.
  public var action: Action
  /// Whether the source says that the two must not be given together.
  public var isContraindicated: Bool
  /// The dose change, if a source gives one.
  public var doses: [DoseAdvice]
  /// What to watch.
  public var monitoring: [Monitoring]
  /// The ids of medicines a source names in place of the first.
  public var alternatives: [String]
  /// The ids of medicines a source names in place of the one that changes it.
  public var partnerAlternatives: [String]
  /// What no field can hold, in our words.
  public var remark: String?
  /// Where it is from.
  public var sources: [FactSource]

  /// Makes an interaction.
  public init(
    id: String, medicines: [String], partners: [String], mechanism: String, genes: [String] = [],
    direction: PatientFactor.Direction, fold: ClosedNumbers? = nil, severity: InteractionSeverity,
    action: Action, isContraindicated: Bool = false, doses: [DoseAdvice] = [],
    monitoring: [Monitoring] = [], alternatives: [String] = [], partnerAlternatives: [String] = [],
    remark: String? = nil, sources: [FactSource]
  ) {
    self.id = id
    self.medicines = medicines
    self.partners = partners
    self.mechanism = mechanism
    self.genes = genes
    self.direction = direction
    self.fold = fold
    self.severity = severity
    self.action = action
    self.isContraindicated = isContraindicated
    self.doses = doses
    self.monitoring = monitoring
    self.alternatives = alternatives
    self.partnerAlternatives = partnerAlternatives
    self.remark = remark
    self.sources = sources
  }
}
