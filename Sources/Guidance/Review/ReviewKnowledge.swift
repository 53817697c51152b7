import Knowledge

/// All that reviews need of a knowledge base, read and laid out once.
struct ReviewKnowledge: Sendable {
  /// A drug with guidance, made ready.
  struct Guided: Sendable {
    let drug: Drug
    let evaluations: [GuidelineEvaluation]
    /// The genes that guidelines look at.
    let genes: Set<String>
    /// The genes without which less of it is activated, as its rules tell.
    let activatedBy: Set<String>
  }

  let drugs: [String: Guided]
  let medicines: [String: Medicine]
  /// The printed names of all medicines.
  let names: [String: String]
  let factors: [String: [PatientFactor]]
  let risks: [String: [SideEffectRisk]]
  let riskMatcher: RiskMatcher
  /// By the medicine that is changed.
  let interactions: [String: [MedicineInteraction]]
  /// Those that name what to give in place of the medicine that changes the other, by that medicine.
  let replaceable: [String: [MedicineInteraction]]
  let habits: [HabitSubstance]
  let converter: PhenotypeConverter
  let equations: DoseEquationFinder

  init(_ knowledge: KnowledgeBase) throws(KnowledgeError) {
    var drugs: [String: Guided] = [:]
    for drug in try knowledge.allDrugs() { drugs[drug.id] = Guided(drug) }
    self.drugs = drugs
    let medicines = try knowledge.allMedicines()
    self.medicines = Dictionary(medicines.map { ($0.id, $0) }) { first, _ in first }
    names = Dictionary(medicines.map { ($0.id, $0.name) }) { first, _ in first }
    factors = Self.byMedicine(try knowledge.allFactors(), \.medicines)
    let risks = try knowledge.allRisks()
    self.risks = Self.byMedicine(risks, \.medicines)
    riskMatcher = RiskMatcher(risks: risks)
    let interactions = try knowledge.allInteractions()
    self.interactions = Self.byMedicine(interactions, \.medicines)
    replaceable = Self.byMedicine(
      interactions.filter { !$0.partnerAlternatives.isEmpty }, \.partners)
    habits = try knowledge.allHabits()
    let conversions = try knowledge.allConversions()
    var genes: [Gene] = []
    for conversion in conversions {
      if let gene = try knowledge.gene(conversion.gene) { genes.append(gene) }
    }
    converter = PhenotypeConverter(conversions, genes: genes)
    equations = try DoseEquationFinder(knowledge)
  }

  /// The printed name of a medicine.
  func name(_ id: String) -> String { GuidanceWording.name(id, names) }

  private static func byMedicine<Fact>(
    _ facts: [Fact], _ medicines: KeyPath<Fact, [String]>
  ) -> [String: [Fact]] {
    var byMedicine: [String: [Fact]] = [:]
    for fact in facts {
      for medicine in fact[keyPath: medicines] { byMedicine[medicine, default: []].append(fact) }
    }
    return byMedicine
  }
}

extension ReviewKnowledge.Guided {
  init(_ drug: Drug) {
    self.drug = drug
    evaluations = drug.guidelines.map(GuidelineEvaluation.init)
    genes = Set(evaluations.flatMap(\.genes))
    let implications = drug.guidelines.flatMap(\.rules).flatMap(\.implications)
    let less = implications.filter {
      $0.effect == .lowerActiveMetabolite || $0.effect == .muchLowerActiveMetabolite
    }
    // Where the medicine itself builds up as well, its effect need not fall.
    let more = implications.filter {
      $0.effect == .higherExposure || $0.effect == .muchHigherExposure
    }
    activatedBy = Set(less.map(\.gene)).subtracting(more.map(\.gene))
  }
}
