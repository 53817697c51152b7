import Guidance
import Reports

extension PageSet {
  /// The pages on one patient.
  enum PatientTab: CaseIterable {
    case medicines, whatIf, genes, consent, clinicianSheet, patientSheet, card

    var word: String {
      switch self {
      case .medicines: "Medicines"
      case .whatIf: "What if"
      case .genes: "Genes"
      case .consent: "Consent"
      case .clinicianSheet: "Print: clinician"
      case .patientSheet: "Print: patient"
      case .card: "Print: card"
      }
    }

    var rest: String {
      switch self {
      case .medicines: ""
      case .whatIf: "/what-if"
      case .genes: "/genes"
      case .consent: "/consent"
      case .clinicianSheet: "/print/clinician"
      case .patientSheet: "/print/patient"
      case .card: "/print/card"
      }
    }
  }

  /// A screen of one patient: who it is, the tabs, the content.
  func screen(_ patient: PatientHeader, tab: PatientTab?, title: String, _ content: Markup)
    -> String
  {
    let tabs = PatientTab.allCases.map { item -> Markup in
      let current: Markup = item == tab ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(patient.path(item.rest))\"\(current)>\(item.word)</a></li>"
    }
    return screen(
      "\(title), \(patient.title)", place: .patients,
      """
      \(breakGlass(patient))<div class="patient"><h1>\(patient.title)</h1> \
      <p class="who">\(facts(of: patient))</p></div>
      \(sampleCheck(patient))<nav aria-label="Patient"><ul class="tabs">\(tabs)</ul></nav>
      \(content)
      """)
  }

  private func breakGlass(_ patient: PatientHeader) -> Markup {
    guard let reason = patient.breakGlassReason else { return .empty }
    return """
      <p class="notice error"><strong>Emergency access.</strong> Reason given: \(reason). \
      It is on record.</p>

      """
  }

  private func sampleCheck(_ patient: PatientHeader) -> Markup {
    guard let check = patient.sampleCheck else { return .empty }
    return "<p class=\"small check\"><strong>Sample check:</strong> \(check)</p>\n"
  }

  /// Who it is and what there is, in a line.
  private func facts(of patient: PatientHeader) -> Markup {
    var parts: [String] = []
    if let birthDate = patient.birthDate { parts.append("born \(birthDate)") }
    if patient.name != nil { parts.append("id \(patient.id)") }
    let without = patient.genesAsked - patient.genesWithResult
    if patient.genesAsked > 0 {
      parts.append(
        "\(patient.genesAsked.of("gene")), \(patient.genesWithResult) with a result"
          + (without > 0 ? ", \(without) not" : ""))
    }
    parts += patient.consents.prefix(1).map { "consent to \($0.words): \($0.state.word)" }
    if let source = patient.source { parts.append(source) }
    return parts.joined(separator: " · ").markup
  }
}
