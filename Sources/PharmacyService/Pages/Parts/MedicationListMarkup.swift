import Guidance
import Knowledge
import Reports

/// A medication list with its answers.
struct MedicationListMarkup {
  let lines: [ListedMedication]
  let review: MedicationReview
  let patient: PatientHeader
  let token: Markup

  /// The answers to what was just asked, the most urgent first; unrecognised names first of all.
  func lead(_ asked: [Int]) -> Markup {
    let new = asked.filter(lines.indices.contains)
    guard !new.isEmpty else { return .empty }
    let unknown = new.filter { lines[$0].match == nil }.map(unknown)
    let cards = answers(to: new).map { answer in
      AnswerMarkup(answer: answer, patient: patient).card(level: 2, links: true)
    }
    return """
      <section id="answers" aria-label="The answer">
      \(unknown)\(cards)</section>

      """
  }

  /// The answers to these lines in the review's order, one for each medicine.
  private func answers(to asked: [Int]) -> [MedicationAnswer] {
    var wanted: [String: String] = [:]
    for index in asked {
      if let medicine = lines[index].match?.medicine.id { wanted[medicine] = lines[index].text }
    }
    let fitting = review.answers.filter { wanted[$0.medicine] != nil }
    return fitting.enumerated().filter { index, answer in
      let same = fitting.enumerated().filter { $0.element.medicine == answer.medicine }
      let best = same.first { $0.element.text == wanted[answer.medicine] } ?? same.first
      return best?.offset == index
    }.map(\.element)
  }

  /// The whole list by urgency, the unrecognised first; those already on the page are left to it.
  func markup(without asked: [Int]) -> Markup {
    let missed = lines.indices.filter { lines[$0].match == nil && !asked.contains($0) }
    let rows = review.answers.map(row)
    let empty: Markup =
      lines.isEmpty ? "<p class=\"soft\">No medicine is on the list yet.</p>" : ""
    return """
      <section aria-labelledby="list"><h2 id="list">Medication list: \
      \(lines.count.of("medicine"))</h2>
      \(counts)\(missed.map(unknown))\(empty)<ol class="meds">
      \(rows)</ol>
      \(conversions)</section>
      """
  }

  /// How many medicines are in each state.
  private var counts: Markup {
    guard !lines.isEmpty else { return .empty }
    let items = AnswerState.allCases.compactMap { state -> Markup? in
      let count = review.answers.count { $0.state == state }
      guard count > 0 else { return nil }
      return
        "<li class=\"state \(state.rawValue)\">\(state.mark)\(count) \(state.word.lowercased())</li>"
    }
    let missed = lines.count { $0.match == nil }
    let last: Markup =
      missed == 0
      ? "" : "<li class=\"unrecognised\"><strong>\(missed) not recognised</strong></li>"
    return "<ul class=\"counts\">\(items)\(last)</ul>\n"
  }

  private func row(_ answer: MedicationAnswer) -> Markup {
    let index = lines.firstIndex {
      $0.match?.medicine.id == answer.medicine && $0.text == answer.text
    }
    let card = AnswerMarkup(answer: answer, patient: patient)
    let instead: Markup =
      answer.alternatives.isEmpty
      ? "" : "<p class=\"line small\"><span class=\"soft\">Instead:</span> \(card.alternatives)</p>"
    let named =
      answer.text.lowercased().hasPrefix(answer.name.lowercased())
      ? answer.text : "\(answer.text) (\(answer.name))"
    return """
      <li class="med \(answer.state.rawValue)">\(answer.state.badge)\
      <a class="what" href="\(patient.path(medicine: answer.medicine))">\(named)</a>\
      \(index.map(removal) ?? "")\
      <p class="line">\(answer.action.text)</p>\(instead)\(sourceLine(card.source))</li>

      """
  }

  private func sourceLine(_ source: Markup) -> Markup {
    source.html.isEmpty
      ? "" : "<p class=\"line small\"><span class=\"soft\">Source:</span> \(source)</p>"
  }

  private func removal(_ index: Int) -> Markup {
    """
    <form method="post" action="\(patient.path("/medications"))">\(token)\
    <input type="hidden" name="remove" value="\(index)"><button class="slight">Remove\
    <span class="sr"> \(lines[index].text)</span></button></form>
    """
  }

  /// A name that was not understood: in red, with what it may have meant.
  private func unknown(_ index: Int) -> Markup {
    let line = lines[index]
    let buttons = line.suggestions.map { match -> Markup in
      let brand = match.matchedName == match.medicine.name ? "" : " (\(match.matchedName))"
      return """
        <button name="with" value="\(match.medicine.name)">\(match.medicine.name)\(brand)</button>
        """
    }
    let suggestions: Markup =
      buttons.isEmpty
      ? ""
      : """
      <form method="post" action="\(patient.path("/medications"))">\(token)\
      <input type="hidden" name="replace" value="\(index)"><span>Did you mean</span> \
      \(buttons.separated(by: " "))</form>
      """
    return """
      <div class="unknown" data-said="Not recognised: \(line.text)"><p><strong>✗ Not recognised: \
      “\(line.text)”.</strong> It was not checked.</p>\(suggestions)\(removal(index))</div>

      """
  }

  /// What other medicines and habits make of the genes.
  private var conversions: Markup {
    guard !review.conversions.isEmpty else { return .empty }
    return """
      <h2>Genes as the other medicines leave them</h2>
      \(review.conversions.map { ConversionMarkup($0, in: review).markup })
      """
  }
}
