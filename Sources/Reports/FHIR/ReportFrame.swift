import Guidance

/// What every resource of one report shares: the patient, the names, the date.
struct ReportFrame {
  let names: ResourceNames
  let patient: Resource
  private let options: FHIROptions

  init(_ input: ReportInput, _ options: FHIROptions) {
    self.options = options
    names = ResourceNames(
      sample: input.sampleID, input: input.provenance.inputName,
      knowledge: input.provenance.knowledgeVersion)
    // The patient stays the same when the knowledge moves on.
    let person = ResourceNames(
      sample: input.sampleID, input: input.provenance.inputName, knowledge: "")
    patient = Resource(
      "Patient", id: person.id("patient"),
      [
        "identifier": [["value": .text(options.patientID ?? input.sampleID)]],
        "name": options.name.map { [["text": .text($0)]] } ?? .nothing,
        "gender": .text(ifAny: options.sex?.rawValue),
        "birthDate": .text(ifAny: options.birthDate),
      ])
  }

  /// The date or time given, for an element that takes either.
  var date: JSONTree { .text(ifAny: options.issued) }

  /// The time given; nothing where only a day is known, since an instant needs more.
  var instant: JSONTree {
    guard let issued = options.issued, issued.contains("T") else { return .nothing }
    return .text(issued)
  }

  /// The members that open every resource of a profile.
  func profile(_ name: String) -> JSONTree {
    ["profile": [.text(FHIRCode.structure + name)]]
  }

  /// An observation of a profile of the guide.
  func observation(
    _ profile: String, id: String, code: JSONTree, narrative: [String],
    extensions: [JSONTree] = [], value: JSONTree = .nothing, interpretation: [JSONTree] = [],
    notes: [String] = [], method: JSONTree = .nothing, derivedFrom: [Resource] = [],
    components: [JSONTree] = []
  ) -> Resource {
    Resource(
      "Observation", id: id,
      [
        "meta": self.profile(profile), "text": FHIRCode.narrative(narrative),
        "extension": .list(extensions), "status": "final",
        "category": [FHIRCode.laboratory, FHIRCode.genetics], "code": code,
        "subject": patient.reference, "effectiveDateTime": date, "issued": instant,
        "valueCodeableConcept": value, "interpretation": .list(interpretation),
        "note": .list(notes.map { ["text": .text($0)] }), "method": method,
        "derivedFrom": .list(derivedFrom.map(\.reference)), "component": .list(components),
      ])
  }
}
