import Guidance
import Knowledge
import StarAlleles

/// The tasks of a report: what to do about a medicine, and which genes still need a test.
struct RecommendationTasks {
  /// What to do about each medicine that should not simply be given as usual.
  let medications: [Resource]
  /// Which gene to test, and how.
  let followUps: [Resource]

  init(
    _ implications: [ImplicationObservation], _ context: ReportContext, _ frame: ReportFrame
  ) {
    medications = implications.filter { $0.guidance.state < .noChange }.map { implication in
      let drug = implication.guidance.drug
      return Resource(
        "Task", id: frame.names.id("medication-recommendation", drug.id),
        [
          "meta": frame.profile("medication-recommendation"),
          "text": FHIRCode.narrative(["\(drug.name)"] + implication.opinions),
          "status": "requested", "intent": "proposal",
          "code": Self.code(implication.guidance),
          "description": .text("\(drug.name): \(implication.opinions.joined(separator: " "))"),
          "for": frame.patient.reference, "authoredOn": frame.date,
          "reasonReference": implication.resource.reference,
        ])
    }
    var waiting: [String: [String]] = [:]
    for guidance in context.input.drugs {
      for gene in guidance.missingGenes { waiting[gene, default: []].append(guidance.drug.name) }
    }
    let results = Dictionary(
      context.input.genes.map { ($0.gene.symbol, $0) }, uniquingKeysWith: { first, _ in first })
    followUps = waiting.keys.sorted().map { gene in
      let reason = results[gene]?.call.status.reason
      let gap = GeneGap(gene: gene, cause: reason.map { .notCalled($0) } ?? .notTested)
      let names = waiting[gene, default: []].distinct
      let shown = names.prefix(8).listed("and")
      let rest = names.count > 8 ? " and \(names.count - 8) more" : ""
      let description =
        "\(gene) has no usable result. \(context.notAssessed.sentence(gap)) Needed: "
        + "\(context.notAssessed.remedy(gap)). Not fully assessed without it: \(shown)\(rest)."
      return Resource(
        "Task", id: frame.names.id("followup-recommendation", gene),
        [
          "meta": frame.profile("followup-recommendation"),
          "text": FHIRCode.narrative([description]), "status": "requested", "intent": "proposal",
          "code": FHIRCode.words("\(gene) testing"), "description": .text(description),
          "for": frame.patient.reference, "authoredOn": frame.date,
        ])
    }
  }

  /// The three answers of LL4049-4 that are known to be right; nothing for "monitor" and the like.
  private static func code(_ guidance: DrugGuidance) -> JSONTree {
    guard let action = guidance.entries.first?.rule?.action else { return .nothing }
    return switch action {
    case .avoid, .useAlternative: FHIRCode.loinc("LA26421-0", "Consider alternative medication")
    case .reduceDose: FHIRCode.loinc("LA26422-8", "Decrease dose")
    case .increaseDose: FHIRCode.loinc("LA26423-6", "Increase dose")
    case .adjustDose, .monitor, .test, .standard, .noRecommendation: .nothing
    }
  }
}
