package import Guidance
import Reports

extension PageSet {
  /// A change thought through, nothing stored: only what differs is shown.
  ///
  /// - Parameters:
  ///   - asked: The change; nil before the form was sent.
  ///   - after: The review with the change made.
  package func whatIf(
    _ patient: PatientHeader, lines: [ListedMedication], before: MedicationReview,
    asked: WhatIf?, after: MedicationReview?
  ) -> String {
    let answer: Markup =
      if let asked, let after, !asked.isEmpty {
        change(before, after, asked, lines, patient)
      } else {
        .empty
      }
    return screen(
      patient, tab: .whatIf, title: "What if",
      "\(answer)\(form(patient, lines, before.facts, asked ?? WhatIf()))")
  }

  private func form(
    _ patient: PatientHeader, _ lines: [ListedMedication], _ facts: PatientFacts, _ asked: WhatIf
  ) -> Markup {
    let boxes = lines.enumerated().map { index, line -> Markup in
      let ticked: Markup = asked.stop.contains(index) ? " checked" : ""
      return """
        <li><input type="checkbox" id="s-\(index)" name="stop" value="\(index)"\(ticked)>\
        <label for="s-\(index)">\(line.text)</label></li>

        """
    }
    let stop: Markup =
      boxes.isEmpty
      ? ""
      : """
      <fieldset><legend>Stop</legend><ul class="plain boxes">
      \(boxes)</ul></fieldset>
      """
    let habits = PatientFacts.Smoking.allCases.map { habit -> Markup in
      let selected: Markup = asked.smoking == habit ? " selected" : ""
      return "<option value=\"\(habit.rawValue)\"\(selected)>\(habit.word)</option>"
    }
    let now = facts.smoking?.word ?? "not known"
    return """
      <form class="panel whatif" method="post" action="\(patient.path("/what-if"))">\(token)
      <h2>What if…</h2><p class="hint">Nothing is stored. Only what changes is shown.</p>
      <div class="field"><label for="add">Add</label><input id="add" name="add" type="text" \
      value="\(asked.add)" autocomplete="off" spellcheck="false" data-suggest="/medicines/suggest" \
      aria-describedby="add-hint"><span class="hint" id="add-hint">Names parted by commas.</span></div>
      \(stop)
      <div class="field"><label for="smoking">Smoking</label><select id="smoking" name="smoking">\
      <option value="">as it is (\(now))</option>\(habits)</select></div>
      <p><button class="first">Show what changes</button></p></form>
      """
  }

  private func change(
    _ before: MedicationReview, _ after: MedicationReview, _ asked: WhatIf,
    _ lines: [ListedMedication], _ patient: PatientHeader
  ) -> Markup {
    let change = WhatIfChange(from: before, to: after)
    var parts: [String] = []
    if !asked.add.isEmpty { parts.append("adding \(asked.add)") }
    let stopped = asked.stop.filter(lines.indices.contains).map { lines[$0].text }
    if !stopped.isEmpty { parts.append("stopping \(stopped.listed("and"))") }
    if let smoking = asked.smoking { parts.append("smoking: \(smoking.word)") }
    let missed = change.notRecognised.map { line -> Markup in
      """
      <p class="unknown"><strong>✗ Not recognised: “\(line.text)”.</strong> It was not checked.</p>

      """
    }
    let rows = change.lines.map { row($0, patient) }
    let conversions = change.conversions.map { ConversionMarkup($0, in: after).markup }
    let ended = change.ended.map { conversion -> Markup in
      """
      <p class="panel"><strong>\(conversion.gene)</strong>: no longer changed by \
      \(before.causes(of: conversion)); back to what the genotype says.</p>

      """
    }
    let none: Markup =
      rows.isEmpty && conversions.isEmpty && ended.isEmpty && missed.isEmpty
      ? "<p class=\"answer noChange\">No answer changes.</p>" : ""
    let same =
      change.unchanged == 0
      ? "" : "\(change.unchanged.of("medicine keeps its answer", "medicines keep their answers"))."
    return """
      <section aria-labelledby="delta" class="delta"><h2 id="delta">With \
      \(parts.joined(separator: "; "))</h2>
      \(missed)\(none)\(rows)\(conversions)\(ended)<p class="soft">\(same)</p></section>

      """
  }

  private func row(_ line: WhatIfChange.Line, _ patient: PatientHeader) -> Markup {
    let was: Markup =
      line.before.map { before -> Markup in
        "<p class=\"was\"><span class=\"soft\">Before:</span> \(before.state.badge) \(before.action.text)</p>"
      } ?? "<p class=\"was soft\">Not on the list before.</p>"
    guard let after = line.after else {
      return """
        <article class="answer stopped"><h3>\(line.name): stopped</h3>\(was)</article>

        """
    }
    return
      "\(AnswerMarkup(answer: after, patient: patient).card(level: 3, links: false))<div class=\"before\">\(was)</div>\n"
  }
}
