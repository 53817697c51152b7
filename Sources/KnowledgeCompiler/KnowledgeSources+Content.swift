internal import Knowledge

extension KnowledgeSources {
  /// What the folder holds, laid over its base, each list in the order the file keeps it in.
  ///
  /// A gene of the folder takes the place of the base's gene of that symbol. The guidelines of a drug
  /// are added to those the base has for it; one of the same source and id takes the other's place.
  var content: KnowledgeContent {
    let own = Set(genes.map(\.gene.symbol))
    let merged = (base.genes.filter { !own.contains($0.symbol) } + genes.map(\.gene))
      .sorted { $0.symbol < $1.symbol }
    let drugs = mergedDrugs
    return KnowledgeContent(
      genes: merged, drugs: drugs, medicines: mergedMedicines(drugs),
      factors: Self.merged(base.factors, factors.map(\.value), by: \.id),
      risks: Self.merged(base.risks, risks.map(\.value)) { "\($0.topic)\u{1}\($0.id)" },
      frequencies: Self.merged(base.frequencies, frequencies.byGene, by: \.gene),
      paralogs: Self.merged(base.paralogs, paralogs.map(\.value), by: \.gene),
      pairs: Self.merged(base.pairs, pairs.map(\.value)) {
        "\($0.source)\u{1}\($0.drug)\u{1}\($0.guideline)"
      },
      stableRegions: Self.merged(base.stableRegions, stableRegions.map(\.value)) { "\($0.grch38)" }
        .sorted { $0.grch38 < $1.grch38 },
      copyEvents: Self.merged(base.copyEvents, copyEvents.map(\.value), by: \.gene),
      equations: Self.merged(base.equations, equations.map(\.value), by: \.id),
      interactions: Self.merged(base.interactions, interactions.map(\.value), by: \.id),
      conversions: Self.merged(base.conversions, conversions.map(\.value), by: \.gene),
      habits: Self.merged(base.habits, habits.map(\.value), by: \.factor.rawValue),
      sources: references)
  }

  private static func merged<Value>(
    _ base: [Value], _ own: [Value], by key: (Value) -> String
  ) -> [Value] {
    let replaced = Set(own.map(key))
    return (base.filter { !replaced.contains(key($0)) } + own).sorted { key($0) < key($1) }
  }

  private var mergedDrugs: [Drug] {
    var byID = Dictionary(base.drugs.map { ($0.id, $0) }) { first, _ in first }
    for drug in drugs.map(\.drug) {
      guard var known = byID[drug.id] else {
        byID[drug.id] = drug
        continue
      }
      known.guidelines = Self.merged(known.guidelines, drug.guidelines) { "\($0.source) \($0.id)" }
      byID[drug.id] = known
    }
    return byID.values.sorted { $0.id < $1.id }
  }

  /// The medicines of the tables and those with guidance, each with its roles.
  private func mergedMedicines(_ drugs: [Drug]) -> [Medicine] {
    var byID = Dictionary(base.medicines.map { ($0.id, $0) }) { first, _ in first }
    for medicine in medicines.map(\.value) { byID[medicine.id] = medicine }
    for drug in drugs {
      let roles = byID[drug.id]?.roles ?? []
      byID[drug.id] = drug.medicine
      byID[drug.id]?.roles = roles
    }
    for role in roles.map(\.value) {
      byID[role.medicine]?.roles.removeAll {
        $0.protein == role.role.protein && $0.role == role.role.role
      }
      byID[role.medicine]?.roles.append(role.role)
    }
    return byID.values.sorted { $0.id < $1.id }
  }
}
