extension Comparison where Value == Medicine {
  /// Medicines, by id; a value for each role.
  static var medicines: Comparison {
    Comparison(
      subject: "medicine", name: \.id, summary: \.name,
      fields: [
        Field("name", \.name), Field("kind", \.kind.rawValue), Field("rxnorm", \.rxnorm),
        Field("atc", \.atc.commaSeparated), Field("brands", \.brands.commaSeparated),
        Field("synonyms", \.synonyms.commaSeparated),
        Field("ingredients", \.ingredients.commaSeparated),
        Field("sources", \.sources.commaSeparated),
      ],
      entries: { $0.roles.map { ("\($0.protein) \($0.role.rawValue)", $0.text) } },
      others: ["id", "roles"])
  }
}

extension Comparison where Value == PatientFactor {
  /// What habits, organs and age change, by id.
  static var factors: Comparison {
    Comparison(
      subject: "factor", name: \.id,
      summary: { "\($0.medicines.commaSeparated): \($0.action.rawValue), \($0.severity.rawValue)" },
      fields: [
        Field("factor", \.factor.rawValue), Field("medicines", \.medicines.commaSeparated),
        Field("people", \.people?.rawValue),
        Field("conditions", { $0.conditions.map(\.rawValue).commaSeparated }),
        Field("threshold", \.threshold?.text), Field("mechanism", \.mechanism),
        Field("direction", \.direction.rawValue), Field("fold", \.fold?.text),
        Field("severity", \.severity.rawValue), Field("action", \.action.rawValue),
        Field(
          "isContraindicated", label: "contraindicated", { $0.isContraindicated ? "yes" : nil }),
        Field("doses", { $0.doses.map(\.text).joined(separator: "; ") }),
        Field("monitoring", label: "monitor", { $0.monitoring.map(\.rawValue).commaSeparated }),
        Field("alternatives", \.alternatives.commaSeparated), Field("remark", \.remark),
        Field("sources", { $0.sources.map(\.text).joined(separator: "; ") }),
      ], others: ["id"])
  }
}

extension Comparison where Value == SideEffectRisk {
  /// Risks, by topic and id; a value for each figure.
  static var risks: Comparison {
    Comparison(
      subject: "risk", name: { "\($0.topic) \($0.id)" },
      summary: { "\($0.medicines.commaSeparated): \($0.reaction), \($0.severity.rawValue)" },
      fields: [
        Field("medicines", \.medicines.commaSeparated), Field("reaction", \.reaction),
        Field("severity", \.severity.rawValue),
        Field("conditions", label: "when", { $0.conditions.map(\.text).joined(separator: "; ") }),
        Field("unassessed", { $0.unassessed.map { "\($0.gene) \($0.state)" } }),
        Field("riskClass", label: "class", \.riskClass?.rawValue),
        Field("action", \.action?.rawValue),
        Field(
          "isContraindicated", label: "contraindicated", { $0.isContraindicated ? "yes" : nil }),
        Field("monitoring", label: "monitor", { $0.monitoring.map(\.rawValue).commaSeparated }),
        Field("onset", \.onset), Field("remark", \.remark),
        Field("sources", { $0.sources.map(\.text).joined(separator: "; ") }),
      ],
      entries: {
        $0.estimates.map { estimate in
          let whom = estimate.population.isEmpty ? "" : " in \(estimate.population)"
          return ("\(estimate.measure.rawValue)\(whom)", estimate.text)
        }
      }, others: ["topic", "id", "estimates"])
  }
}

extension Comparison where Value == GeneFrequencies {
  /// Frequencies, by gene; a value for each allele, phenotype and variant, over all populations.
  static var frequencies: Comparison {
    Comparison(
      subject: "frequencies", name: \.gene,
      summary: {
        "\($0.alleles.count) of alleles, \($0.phenotypes.count) of phenotypes, "
          + "\($0.variants.count) of variants"
      }, fields: [],
      entries: { frequencies in
        [frequencies.alleles, frequencies.phenotypes, frequencies.variants].flatMap { list in
          Dictionary(grouping: list, by: \.name).sorted { $0.key < $1.key }.map { name, shares in
            (name, shares.map { "\($0.population) \($0.share)" }.sorted().commaSeparated)
          }
        }
      }, others: ["gene", "alleles", "phenotypes", "variants"])
  }
}

extension Comparison where Value == GuidelinePair {
  /// Guidelines and drugs as the sources list them.
  static var pairs: Comparison {
    Comparison(
      subject: "pair", name: { "\($0.source) \($0.guideline) \($0.drug)" }, summary: { _ in "" },
      fields: [], others: ["source", "guideline", "drug"])
  }
}
