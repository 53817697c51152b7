internal import Knowledge

/// Checks patient factors and risks: what they name must exist, and their figures make sense.
struct FactCheck {
  let genes: [String: Gene]
  /// The genes that have a file, even if it could not be read.
  let filed: Set<String>
  let medicines: Set<String>

  func run(_ factors: [Located<PatientFactor>]) {
    checkIDs(factors.map { ($0.value.id, $0.file, $0.line) }, "factors")
    for factor in factors {
      let name = "factor '\(factor.value.id)'"
      let named = factor.value.medicines + factor.value.alternatives
      check(named, of: name, factor.line, factor.file)
      checkSources(factor.value.sources, of: name, factor.line, factor.file)
      FactorPeopleCheck(factor).run()
    }
  }

  func run(_ interactions: [Located<MedicineInteraction>]) {
    checkIDs(interactions.map { ($0.value.id, $0.file, $0.line) }, "interactions")
    for interaction in interactions {
      let value = interaction.value
      let name = "interaction '\(value.id)'"
      check(
        value.medicines + value.partners + value.alternatives + value.partnerAlternatives,
        of: name, interaction.line, interaction.file)
      checkSources(value.sources, of: name, interaction.line, interaction.file)
      for both in value.medicines where value.partners.contains(both) {
        interaction.error(
          "\(name) has a medicine that acts on itself", found: both,
          remedy: "take it out of one list")
      }
      for gene in value.genes where genes[gene] == nil && !filed.contains(gene) {
        interaction.error(
          "\(name) names a gene that has no file", found: gene, remedy: "correct or remove it")
      }
    }
  }

  func run(_ risks: [Located<SideEffectRisk>]) {
    checkIDs(risks.map { ("\($0.value.topic) \($0.value.id)", $0.file, $0.line) }, "risks")
    let conditions = ConditionCheck(genes: genes)
    for risk in risks {
      let value = risk.value
      let name = "risk '\(value.id)'"
      check(value.medicines, of: name, risk.line, risk.file)
      checkSources(value.sources, of: name, risk.line, risk.file)
      for condition in value.conditions {
        if genes[condition.gene] == nil && !filed.contains(condition.gene) {
          risk.error(
            "\(name) looks at a gene that has no file", found: condition.gene,
            remedy: "add the gene or write its state in 'unassessed'")
        }
        conditions.run(condition, of: name, risk.line, risk.file)
      }
      if value.conditions.isEmpty == (value.unassessed == nil) {
        risk.error("\(name) must have one of its forms", remedy: "give 'when' or 'unassessed'")
      }
      for estimate in value.estimates { check(estimate, of: name, risk) }
    }
  }

  private func check(
    _ estimate: RiskEstimate, of name: String, _ risk: Located<SideEffectRisk>
  ) {
    let figures = [estimate.value, estimate.interval?.low, estimate.interval?.high]
      .compactMap(\.self)
    let limit = estimate.measure.isPercentage ? 100 : Double.infinity
    for figure in figures where figure < 0 || figure > limit {
      risk.error(
        "\(name) has a figure out of range", found: "\(estimate.measure.rawValue) \(figure)",
        remedy: limit == 100 ? "give 0 to 100 percent" : "give a number from 0 up")
    }
    guard let value = estimate.value, let low = estimate.interval?.low,
      let high = estimate.interval?.high, value < low || value > high
    else { return }
    risk.error(
      "\(name) has a figure outside its interval", found: "\(value), \(low) to \(high)",
      remedy: "correct one of them")
  }

  private func check(_ named: [String], of name: String, _ line: Int, _ file: SourceFile) {
    if named.isEmpty { file.error(line, "\(name) names no medicine", remedy: "name at least one") }
    for medicine in named where !medicines.contains(medicine) {
      file.error(
        line, "\(name) names a medicine that is not known", found: medicine,
        remedy: "correct the id or add it to medicines/identity-hand.tsv")
    }
  }

  private func checkSources(
    _ sources: [FactSource], of name: String, _ line: Int, _ file: SourceFile
  ) {
    guard sources.isEmpty else { return }
    file.error(line, "\(name) has no source", remedy: "name where it was read")
  }

  private func checkIDs(_ ids: [(id: String, file: SourceFile, line: Int)], _ what: String) {
    var first: [String: String] = [:]
    for (id, file, line) in ids {
      if let place = first[id] {
        file.error(line, "two \(what) have the same id", found: id, remedy: "rename; see \(place)")
      }
      first[id] = "\(file.name), line \(line)"
    }
  }
}
