package import Guidance
import Knowledge
import Reports

extension PageSet {
  /// The home of a patient: one box, the answer just asked for, the list by urgency, life and labs.
  ///
  /// - Parameters:
  ///   - lines: The list in the patient's order; forms name a line by its index.
  ///   - asked: The indices of lines just added; their answers lead the page.
  package func medications(
    _ patient: PatientHeader, lines: [ListedMedication], review: MedicationReview, asked: [Int],
    uses: [FactUse]
  ) -> String {
    let list = MedicationListMarkup(
      lines: lines, review: review, patient: patient, token: token)
    return screen(
      patient, tab: .medicines, title: "Medicines",
      """
      \(box(patient))
      \(list.lead(asked))\
      <div class="two">
      \(list.markup(without: asked))
      \(FactsMarkup(facts: review.facts, uses: uses, patient: patient, token: token).markup)
      </div>
      """)
  }

  private func box(_ patient: PatientHeader) -> Markup {
    """
    <form class="find" method="post" action="\(patient.path("/medications"))" role="search" \
    aria-label="Medicines">\(token)
    <label for="add">Check or add medicines</label>
    <input id="add" name="add" type="text" autocomplete="off" spellcheck="false" required \
    aria-describedby="add-hint" data-suggest="/medicines/suggest" autofocus>
    <button class="first">Add</button>
    <p class="hint" id="add-hint">Generic name, brand or RxCUI, strength if you like; several parted by \
    commas. <kbd>/</kbd> comes back here.</p>
    </form>
    <details class="paste"><summary>Paste a whole list</summary>
    <form method="post" action="\(patient.path("/medications"))">\(token)
    <label for="paste">Medicines, one a line</label>
    <textarea id="paste" name="add" rows="6" required></textarea>
    <p><button>Add all</button></p></form></details>
    """
  }
}
