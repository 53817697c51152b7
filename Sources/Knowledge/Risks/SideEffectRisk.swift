/// A harm that a gene's state makes likelier with some medicines, and by how much.
public struct SideEffectRisk: Sendable, Hashable {
  /// A stable name within its topic, such as `…-hypersensitivity`.
  public var id: String
  /// The gene symbol or the name of several genes that act together.
  public var topic: String
  /// The ids of the medicines concerned.
  public var medicines: [String]
  /// The harm, in our words.
  public var reaction: String
  /// How bad it is.
  public var severity: Severity
  /// What the genes must show; empty for a state that no gene here can show.
  public var conditions: [GeneCondition]
  /// For a gene the knowledge base cannot call: its symbol and state, in words.
  public var unassessed: Unassessed?
  /// How a source ranks the medicine, where it does.
  public var riskClass: RiskClass?
  /// What to do, where the source of the risk says so.
  public var action: Action?
  /// Whether the source says that the medicine must not be given.
  public var isContraindicated: Bool
  /// What to watch.
  public var monitoring: [Monitoring]
  /// When it sets in, in our words; nil if no source states it.
  public var onset: String?
  /// The figures, each with its source.
  public var estimates: [RiskEstimate]
  /// What no field can hold, in our words.
  public var remark: String?
  /// Where the association as such is from.
  public var sources: [FactSource]

  /// How bad a harm is.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    case lifeThreatening, severe, moderate, mild
  }

  /// How a source ranks medicines by their risk.
  public enum RiskClass: String, Sendable, Hashable, CaseIterable {
    case high, medium, lowToNone, noRecommendation
  }

  /// A state of a gene that no position or test here can show.
  public struct Unassessed: Sendable, Hashable {
    /// The gene symbol.
    public var gene: String
    /// The state, in words.
    public var state: String

    /// Makes a state.
    public init(gene: String, state: String) {
      self.gene = gene
      self.state = state
    }
  }

  /// Makes a risk.
  public init(
    id: String, topic: String, medicines: [String], reaction: String, severity: Severity,
    conditions: [GeneCondition], unassessed: Unassessed?, riskClass: RiskClass?, action: Action?,
    isContraindicated: Bool, monitoring: [Monitoring], onset: String?, estimates: [RiskEstimate],
    remark: String?, sources: [FactSource]
  ) {
    self.id = id
    self.topic = topic
    self.medicines = medicines
    self.reaction = reaction
    self.severity = severity
    self.conditions = conditions
    self.unassessed = unassessed
    self.riskClass = riskClass
    self.action = action
    self.isContraindicated = isContraindicated
    self.monitoring = monitoring
    self.onset = onset
    self.estimates = estimates
    self.remark = remark
    self.sources = sources
  }
}
