import Guidance
import Reports

/// The strip of life and labs: every fact that some check looks at, each with how many do.
struct FactsMarkup {
  let facts: PatientFacts
  let uses: [FactUse]
  let patient: PatientHeader
  let token: Markup

  var markup: Markup {
    let inUse = uses.filter { $0.checks > 0 || facts.text($0.fact) != nil }
    let idle = uses.filter { use in !inUse.contains(use) }
    let more: Markup =
      idle.isEmpty
      ? ""
      : """
      <details><summary>\(idle.count) more, used by no check for this list</summary>\
      <div class="grid">\(idle.map(field))</div></details>
      """
    return """
      <section class="panel facts" aria-labelledby="facts"><h2 id="facts">Life and labs</h2>
      <form method="post" action="\(patient.path("/facts"))">\(token)
      <p class="hint">Empty is “not known”, never “no”.</p>
      <div class="grid">\(inUse.map(field))</div>
      \(more)
      <p><button>Save and check again</button></p></form></section>
      """
  }

  private func field(_ use: FactUse) -> Markup {
    let name = use.fact.rawValue
    let value = facts.text(use.fact)
    let used = use.checks == 0 ? "used by no check" : "used by \(use.checks.of("check"))"
    let hint = [use.fact.unit, used].filter { !$0.isEmpty }.joined(separator: "; ")
    return """
      <div class="field"><label for="f-\(name)">\(use.fact.label)</label>\
      \(control(use.fact, value))<span class="hint" id="h-\(name)">\(hint)</span></div>

      """
  }

  private func control(_ fact: FactField, _ value: String?) -> Markup {
    let name = fact.rawValue
    guard fact.range == nil else {
      return """
        <input id="f-\(name)" name="\(name)" type="text" \
        inputmode="\(fact.isWhole ? "numeric" : "decimal")" value="\(value ?? "")" \
        autocomplete="off" aria-describedby="h-\(name)">
        """
    }
    let options = fact.choices.map { choice -> Markup in
      let selected: Markup = choice.value == value ? " selected" : ""
      return "<option value=\"\(choice.value)\"\(selected)>\(choice.word)</option>"
    }
    return """
      <select id="f-\(name)" name="\(name)" aria-describedby="h-\(name)">\
      <option value="">not known</option>\(options)</select>
      """
  }
}
