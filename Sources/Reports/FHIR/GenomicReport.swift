import Evidence
import Guidance
import Knowledge

/// The diagnostic report that binds the resources of a bundle together.
struct GenomicReport {
  /// The report.
  let resource: Resource

  init(
    _ context: ReportContext, observations: [Resource], implications: [ImplicationObservation],
    tasks: RecommendationTasks, study: Resource, _ frame: ReportFrame
  ) {
    let input = context.input
    let conclusion = Self.conclusion(input)
    let used = implications.flatMap { $0.guidance.entries }
      .filter { $0.rule != nil && !$0.matchedGenes.isEmpty }.map(\.guideline)
    let methods = [
      "Made by \(input.provenance.engine) with knowledge base \(input.provenance.knowledgeIdentity) "
        + "(\(input.provenance.knowledgeVersion))."
    ]
    var checks: [String] = []
    if let check = input.check {
      let wording = CheckWording(assembly: check.assembly)
      checks = [wording.headline(check.verdict)] + check.reasons.map { wording.sentence($0) }
    }
    let extensions =
      [
        [
          "url": .text(FHIRCode.structure + "genomic-study-reference"),
          "valueReference": study.reference,
        ]
      ]
      + (tasks.medications + tasks.followUps).map { task -> JSONTree in
        [
          "url": .text(FHIRCode.structure + "recommended-action"),
          "valueReference": task.reference,
        ]
      }
      + TestLimits(input).sentences.map { Self.note("test-disclaimer", $0) }
      + checks.map { Self.note("test-disclaimer", $0) }
      + methods.map { Self.note("test-methodology", $0) }
      + ImplicationObservation.citations(used)
    resource = Resource(
      "DiagnosticReport", id: frame.names.id("genomic-report"),
      [
        "meta": frame.profile("genomic-report"),
        "text": FHIRCode.narrative(conclusion + TestLimits(input).sentences),
        "extension": .list(extensions), "status": "final", "category": [FHIRCode.genetics],
        "code": FHIRCode.loinc("51969-4", "Genetic analysis report"),
        "subject": frame.patient.reference, "effectiveDateTime": frame.date,
        "issued": frame.instant, "result": .list(observations.map(\.reference)),
        "conclusion": .text(conclusion.joined(separator: " ")),
      ])
  }

  private static func note(_ code: String, _ text: String) -> JSONTree {
    [
      "url": .text(FHIRCode.structure + "genomic-report-note"),
      "valueAnnotation": [
        "extension": [
          [
            "url": .text(FHIRCode.structure + "annotation-code"),
            "valueCodeableConcept": FHIRCode.concept(FHIRCode.noteSystem, code),
          ]
        ],
        "text": .text(text),
      ],
    ]
  }

  /// The medicines by answer; those of which nothing can be said are said to be so.
  private static func conclusion(_ input: ReportInput) -> [String] {
    var sentences: [String] = []
    for state in AnswerState.allCases {
      let names = input.drugs.filter { $0.state == state }.map(\.drug.name)
      guard !names.isEmpty else { continue }
      switch state {
      case .stop, .change, .caution:
        sentences.append("\(state.word): \(names.joined(separator: ", ")).")
      case .noChange:
        sentences.append(
          "\(state.word) by these genes: \(names.count) "
            + "medicine\(names.count == 1 ? "" : "s").")
      case .notAssessed:
        sentences.append(
          "\(state.word): \(names.count) medicine\(names.count == 1 ? "" : "s"), of which nothing "
            + "can be said; they have no implication in this report, which does not mean no change."
        )
      }
    }
    return sentences.isEmpty ? ["No medicine was reported on."] : sentences
  }
}
