import Evidence
import Guidance

/// Whether the sample is fit for pharmacogenomics: first on the page where it is not, else at its end.
struct HTMLCheck {
  private let check: SampleCheck
  private let wording: CheckWording

  init(_ check: SampleCheck) {
    self.check = check
    wording = CheckWording(assembly: check.assembly)
  }

  /// The verdict with its reasons, to stand above the answers.
  var warning: Markup {
    let reasons = check.reasons.map { reason -> Markup in
      "<li>\(wording.sentence(reason))</li>\n"
    }
    let rest: Markup =
      check.verdict == .unfit
      ? "<p class=\"small\">Answers are given below all the same; do not act on them alone.</p>"
      : ""
    return """
      <section id="fitness" class="fitness \(check.verdict.rawValue)" aria-label="Sample check">
      <p class="verdict">\(wording.headline(check.verdict))</p>
      <ul>\(reasons)</ul>
      \(rest)</section>

      """
  }

  /// Everything that was counted.
  var facts: Markup {
    let rows = CheckFacts(check).all.map { fact -> Markup in
      "<tr><th scope=\"row\" class=\"n\">\(fact.label)</th><td>\(fact.text)</td></tr>\n"
    }
    return """
      <section id="check"><h2>Sample check</h2>
      <p><strong>\(wording.headline(check.verdict))</strong>\
      \(check.reasons.isEmpty ? "" : ", for the reasons at the top").</p>
      <table class="small"><tbody>
      \(rows)</tbody></table></section>

      """
  }
}
