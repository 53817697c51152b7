import Guidance
import Reports

extension PageSet {
  /// Find a patient by id, or load one.
  ///
  /// - Parameters:
  ///   - known: The patients this user may list; empty if none may be listed.
  ///   - document: What was sent and refused, to be mended.
  package func findPatient(known: [PatientHeader], document: String = "") -> String {
    screen(
      "Patients", place: .patients,
      """
      <h1>Patients</h1>
      <div class="two even">
      <div>
      <form class="panel" method="post" action="/patients/find">\(token)
      <h2>Find</h2>
      <div class="field"><label for="id">Patient id</label><input id="id" name="id" type="text" \
      autocomplete="off" spellcheck="false" required autofocus></div>
      <p><button class="first">Open</button></p></form>
      \(list(known))
      </div>
      <form class="panel" method="post" action="/patients">\(token)
      <h2>Load</h2>
      <p id="load-hint">A patient document, or the JSON report of <code>stardose call</code>. Results \
      and medicines are kept; the variant file is not needed and not kept.</p>
      <div class="drop" id="drop" hidden><label for="file">Drop the file here, or choose it</label> \
      <input id="file" type="file" accept=".json,application/json"></div>
      <label for="document">Its text</label>
      <textarea id="document" name="document" rows="9" spellcheck="false" required \
      aria-describedby="load-hint">\(document)</textarea>
      <p><button class="first">Load</button></p></form>
      </div>
      """)
  }

  private func list(_ known: [PatientHeader]) -> Markup {
    guard !known.isEmpty else { return .empty }
    let rows = known.map { patient -> Markup in
      """
      <tr><th scope="row"><a href="\(patient.path())">\(patient.title)</a></th>\
      <td>\(patient.birthDate ?? "")</td><td>\(patient.id)</td></tr>

      """
    }
    return """
      <section class="panel"><h2 id="known">On this machine</h2>
      <table aria-labelledby="known"><thead><tr><th scope="col">Patient</th><th scope="col">Born</th>\
      <th scope="col">Id</th></tr></thead><tbody>
      \(rows)</tbody></table></section>
      """
  }

  /// What a patient agreed to, and how to change it.
  package func consent(_ patient: PatientHeader) -> String {
    let rows = patient.consents.map { line -> Markup in
      let purpose = line.purpose
      return """
        <tr><th scope="row">\(line.words.sentenceCased)</th><td><strong>\(line.state.word)</strong>\
        \(line.until.map { ", until \($0)" } ?? "")</td><td>\
        <form class="line" method="post" action="\(patient.path("/consent"))">\(token)\
        <input type="hidden" name="purpose" value="\(purpose)">\
        <label for="u-\(purpose)">Until<span class="sr"> for \(line.words)</span></label>\
        <input id="u-\(purpose)" name="until" type="date" value="\(line.until ?? "")"> \
        <button name="decision" value="given">Given<span class="sr"> for \(line.words)</span></button> \
        <button name="decision" value="withdrawn">Withdrawn<span class="sr"> for \(line.words)</span>\
        </button></form></td></tr>

        """
    }
    return screen(
      patient, tab: .consent, title: "Consent",
      """
      <h2 id="consents">Consent, by purpose</h2>
      <p>What is withdrawn, expired or was never asked for is refused below the pages, whoever asks. \
      An empty date has no end.</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="consents"><table><thead><tr>\
      <th scope="col">Purpose</th><th scope="col">Today</th><th scope="col">Change it</th></tr></thead>\
      <tbody>
      \(rows)</tbody></table></div>
      """)
  }
}
