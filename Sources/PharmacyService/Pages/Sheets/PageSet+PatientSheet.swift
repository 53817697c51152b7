import Guidance
import Reports

extension PageSet {
  /// One page for the patient in plain words: no dose, no table, no allele.
  ///
  /// - Parameter printedOn: The day as `yyyy-mm-dd`.
  package func patientSheet(
    _ patient: PatientHeader, answers: [PlainAnswer], notRecognised: [String], printedOn: String
  ) -> String {
    let groups = AnswerState.allCases.map { state in
      group(state, answers.filter { $0.state == state })
    }
    let missed: Markup =
      notRecognised.isEmpty
      ? ""
      : """
      <section class="group"><h2>Not checked</h2><p>We did not find these names: \
      \(notRecognised.joined(separator: "; ")). Ask your pharmacist about them.</p></section>
      """
    return sheet(
      "Patient sheet, \(patient.title)", kind: "plainly", patient: patient,
      """
      <div class="pages">\(running(patient, printedOn))<div class="content"><h1>Your medicines and your genes</h1>
      <p class="small">For \(patient.title). Printed \(printedOn).</p>
      <div class="words">
      <p>Your genes can change how a medicine works for you. We looked at your genes and at the \
      medicines on your list. This page tells you what we found.</p>
      <p class="boxed"><strong>\(PatientWording.closing)</strong></p>
      \(groups)\(missed)
      <section class="group"><h2>Good to know</h2>
      <p>Bring this page when you see a doctor or get a new medicine. Tell them about all you take, \
      and about herbs and vitamins too. A test can miss things. Your age, your other medicines and \
      your health count as well.</p></section>
      </div></div></div>
      """)
  }

  private func group(_ state: AnswerState, _ answers: [PlainAnswer]) -> Markup {
    guard !answers.isEmpty else { return .empty }
    let texts = answers.map(\.text).distinct
    let items = texts.map { text -> Markup in
      let names = answers.filter { $0.text == text }.map(\.name).distinct
      return "<h3>\(names.listed("and").sentenceCased)</h3><p>\(text)</p>\n"
    }
    return """
      <section class="group \(state.rawValue)"><h2>\(state.mark)\(state.plainWords)</h2>
      \(items)</section>

      """
  }
}

extension AnswerState {
  /// The state for the person who takes the medicine.
  var plainWords: String {
    switch self {
    case .stop: "Talk to your doctor soon"
    case .change: "Your doctor may change this"
    case .caution: "Take extra care"
    case .noChange: "No change"
    case .notAssessed: "We do not know"
    }
  }
}
