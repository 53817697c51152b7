public import Knowledge

/// The English of what one medicine does to another, generated from its structure.
public struct InteractionWording {
  private let circumstance: CircumstanceWording
  private let partner: String
  private let partnerAlternatives: [String]

  /// Makes the wording for the medicine that is changed and the one that changes it, by printed name;
  /// `names` maps the ids of others to theirs.
  public init(
    _ interaction: MedicineInteraction, of medicine: String, with partner: String,
    names: [String: String] = [:]
  ) {
    self.partner = partner
    partnerAlternatives = interaction.partnerAlternatives.map { GuidanceWording.name($0, names) }
    circumstance = CircumstanceWording(
      drug: medicine, partner: partner, mechanism: interaction.mechanism,
      direction: interaction.direction, fold: interaction.fold, action: interaction.action,
      isContraindicated: interaction.isContraindicated, doses: interaction.doses,
      monitoring: interaction.monitoring,
      alternatives: interaction.alternatives.map { GuidanceWording.name($0, names) },
      remark: interaction.remark)
  }

  /// What happens, then what to do.
  public var text: String {
    "With \(partner): \(circumstance.text.lowercasedFirst)" + (instead.isEmpty ? "" : " \(instead)")
  }

  /// What to do, in a sentence that names the medicine.
  var order: String { circumstance.order }

  /// What to give in place of the one that changes it; empty if no source says.
  var instead: String {
    partnerAlternatives.isEmpty
      ? "" : "Instead of \(partner) give \(partnerAlternatives.listed("or"))."
  }
}
