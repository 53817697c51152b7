import Guidance
import Knowledge

/// What the genes mean for one medicine: one observation, with what each source says in words.
struct ImplicationObservation {
  /// The guidance it was made from.
  let guidance: DrugGuidance
  /// The observation.
  let resource: Resource
  /// What each source says, `CPIC: Avoid ...`, the most urgent first.
  let opinions: [String]

  /// Nil where no source has a rule that rests on a gene of the report.
  init?(
    _ guidance: DrugGuidance, genes: [String: GeneObservations], _ context: ReportContext,
    _ frame: ReportFrame
  ) {
    let spoken = guidance.entries.filter { $0.rule != nil && !$0.matchedGenes.isEmpty }
    let symbols = spoken.flatMap(\.matchedGenes).map(\.gene).distinct
    let sources = symbols.flatMap { genes[$0]?.genotypes ?? [] }
    guard guidance.state != .notAssessed, !sources.isEmpty else { return nil }
    self.guidance = guidance
    let drug = guidance.drug
    opinions = spoken.map { entry in
      let said = EntryWording(entry, drug: drug, context)
      let whom = entry.population.isEmpty || entry.population == "general" ? "" : entry.population
      let weight = [entry.rule?.strength ?? "", whom].filter { !$0.isEmpty }
      let head =
        entry.guideline.source + (weight.isEmpty ? "" : " (\(weight.joined(separator: ", ")))")
      return ([head + ": " + said.text] + said.limits).joined(separator: " ")
    }
    let terms = spoken.flatMap(\.matchedGenes).map { ($0.gene, $0.terms) }
    var seen: Set<String> = []
    var components = [
      FHIRCode.component(
        FHIRCode.loinc("51963-7", "Medication assessed [ID]"),
        concept: FHIRCode.medicine(drug.name, rxnorm: drug.rxnorm))
    ]
    for (gene, terms) in terms {
      for term in terms where seen.insert("\(gene) \(term)").inserted {
        components.append(
          FHIRCode.component(
            FHIRCode.toBeDefined("therapeutic-implication"), concept: FHIRCode.phenotype(term)))
      }
    }
    if let level = Self.level(of: drug, symbols) {
      components.append(
        FHIRCode.component(
          FHIRCode.loinc("93044-6", "Level of evidence"),
          concept: FHIRCode.concept(FHIRCode.evidenceSystem, level)))
    }
    components += opinions.map {
      FHIRCode.component(FHIRCode.toBeDefined("conclusion-string"), "valueString", .text($0))
    }
    resource = frame.observation(
      "therapeutic-implication", id: frame.names.id("therapeutic-implication", drug.id),
      code: Self.code(terms.flatMap(\.1)),
      narrative: ["\(drug.name): \(guidance.state.word)"] + opinions,
      extensions: Self.citations(spoken.map(\.guideline)),
      notes: Self.limits(guidance, context), derivedFrom: sources, components: components)
  }

  /// The guide's code; beside it the code that receivers of its first edition know.
  private static func code(_ terms: [String]) -> JSONTree {
    var codings = [FHIRCode.coding(FHIRCode.toBeDefined, "therapeutic-implication")]
    if terms.contains(where: FHIRCode.isMetabolism) {
      codings.append(FHIRCode.coding(FHIRCode.loincSystem, "53040-2"))
    }
    return ["coding": .list(codings)]
  }

  /// The best of the levels that ClinPGx gives the genes for the medicine.
  private static func level(of drug: Drug, _ genes: [String]) -> String? {
    let known = ["1A", "1B", "2A", "2B", "3", "4"]
    let levels = drug.evidence.filter { genes.contains($0.gene) }.map(\.clinpgxLevel)
    return known.first { levels.contains($0) }
  }

  /// Each guideline as a citation, once.
  static func citations(_ guidelines: [Guideline]) -> [JSONTree] {
    var seen: Set<String> = []
    return guidelines.compactMap { guideline in
      guard !guideline.url.isEmpty, seen.insert(guideline.url).inserted else { return nil }
      let label =
        "\(guideline.source) \(guideline.genes.joined(separator: ", ")) "
        + guideline.version
      return [
        "url": .text(FHIRCode.relatedArtifact),
        "valueRelatedArtifact": [
          "type": "citation", "label": .text(label.trimmed), "url": .text(guideline.url),
        ],
      ]
    }
  }

  private static func limits(_ guidance: DrugGuidance, _ context: ReportContext) -> [String] {
    var notes: [String] = []
    if !guidance.missingGenes.isEmpty {
      notes.append(
        "Not all was asked: \(guidance.missingGenes.listed("and")) "
          + "\(guidance.missingGenes.count == 1 ? "has" : "have") no usable result.")
    }
    let dependence = DependenceWording(guidance.dependence, context).text
    if !guidance.dependence.agrees, !dependence.isEmpty { notes.append(dependence) }
    return notes
  }
}
