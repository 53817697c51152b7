internal import Guidance
internal import Knowledge

/// What the knowledge base says of a medicine, with or without guidance, as plain lines.
struct MedicineSheet {
  private let medicine: Medicine
  private let drug: Drug?
  private let factors: [PatientFactor]
  private let risks: [SideEffectRisk]
  private let names: [String: String]

  init(_ medicine: Medicine, _ knowledge: KnowledgeBase) throws {
    self.medicine = medicine
    drug = try knowledge.drug(medicine.id)
    let own = Set([medicine.id] + medicine.ingredients)
    factors = try knowledge.allFactors().filter { !own.isDisjoint(with: $0.medicines) }
    risks = try knowledge.allRisks().filter { !own.isDisjoint(with: $0.medicines) }
    let named = factors.flatMap(\.alternatives) + factors.flatMap(\.medicines)
    names = try Dictionary(
      Set(named).compactMap { id in try knowledge.medicine(id).map { (id, $0.name) } }
    ) { first, _ in first }
  }

  /// Everything.
  var text: String {
    (identity + section("acts on, or is acted on by", roles)
      + section("side-effect risks of some genes", risks.flatMap(Self.lines))
      + section(
        "what else about the patient matters (what was found in the sources; not a full list)",
        factors.flatMap(lines))
      + (drug.map { DrugSheet($0).lines } ?? ["", noGuidance]))
      .joined(separator: "\n")
  }

  private var noGuidance: String {
    if !medicine.ingredients.isEmpty {
      return "no guideline on the combination; see its ingredients"
    }
    return risks.isEmpty
      ? "no genetic guidance" : "no guideline on genes; see the side-effect risks above"
  }

  private var identity: [String] {
    var lines = [medicine.name]
    if medicine.kind != .ingredient { lines.append(medicine.kind.rawValue) }
    if !medicine.ingredients.isEmpty {
      lines.append("holds: \(medicine.ingredients.joined(separator: ", "))")
    }
    if !medicine.rxnorm.isEmpty { lines.append("RxNorm \(medicine.rxnorm)") }
    if !medicine.atc.isEmpty { lines.append("ATC \(medicine.atc.joined(separator: ", "))") }
    if !medicine.brands.isEmpty {
      lines.append("brands: \(medicine.brands.joined(separator: ", "))")
    }
    if !medicine.synonyms.isEmpty {
      lines.append("also: \(medicine.synonyms.joined(separator: ", "))")
    }
    return lines
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines.map { "  \($0)" }
  }

  private var roles: [String] {
    medicine.roles.map { role in
      let strength = role.strength == .unstated ? "strength not stated" : role.strength.rawValue
      return "\(role.protein) \(role.role.rawValue), \(strength)  "
        + "(\(role.sources.joined(separator: "; ")))"
    }
  }

  private static func lines(_ risk: SideEffectRisk) -> [String] {
    ["\(risk.topic) \(risk.id)", "  \(RiskWording(risk).text)", "  [\(origins(risk.sources))]"]
  }

  private func lines(_ factor: PatientFactor) -> [String] {
    let wording = FactorWording(factor, for: medicine.name, names: names)
    return [
      "\(wording.occasion.sentenceCased) (\(factor.severity.rawValue))", "  \(wording.text)",
      "  [\(Self.origins(factor.sources))]",
    ]
  }

  private static func origins(_ sources: [FactSource]) -> String {
    sources.map { source in
      [source.name, source.detail, source.version].filter { !$0.isEmpty }.joined(separator: " ")
    }.joined(separator: "; ")
  }
}
