import Guidance
import Reports

/// One medicine's answer: the seven parts in the order of a pharmacist's thirty seconds.
struct AnswerMarkup {
  let answer: MedicationAnswer
  let patient: PatientHeader
  /// Whether every sentence is shown at once, rather than the first two of each part.
  var isWhole = false

  /// How many sentences of a part are shown before the rest is folded away.
  private static let shown = 2
  /// How many characters of one are shown, to the end of a sentence.
  private static let length = 220

  /// The card that leads a page.
  func card(level: Int, links: Bool) -> Markup {
    let heading: Markup = """
      <h\(level) class="do" id="a-\(answer.medicine)">\(answer.state.badge) \
      \(answer.action.text)</h\(level)>
      """
    let more: Markup =
      links
      ? """
      <p class="more"><a href="\(patient.path(medicine: answer.medicine))">All seven parts, \
      sources side by side</a> <a href="\(patient.path(medicine: answer.medicine, "/basis"))">Where \
      each sentence comes from</a></p>
      """ : ""
    return """
      <article class="answer \(answer.state.rawValue)" data-said="\(answer.name): \
      \(answer.state.word). \(answer.action.text)">
      \(heading)
      <dl class="parts">
      \(parts)</dl>
      \(more)</article>

      """
  }

  private var parts: Markup {
    var parts = Markup.empty
    parts += part("Instead", alternatives)
    parts += part("Dose", folded(answer.dose.map(\.text)))
    parts += part("Why", folded(answer.why.map(\.text)))
    parts += part("Source", source)
    parts += part("Would change it", folded(answer.wouldChange.map(\.text)))
    parts += part("Not tested", folded(answer.notTested.map(\.text)))
    return parts
  }

  private func part(_ title: String, _ content: Markup) -> Markup {
    content.html.isEmpty ? .empty : "<dt>\(title)</dt><dd>\(content)</dd>\n"
  }

  /// The first sentences, cut to what is read at a glance; the rest behind a line to open.
  private func folded(_ sentences: [String]) -> Markup {
    let first = sentences.prefix(Self.shown).map { $0.brief(Self.length) }
    let isCut = first != Array(sentences.prefix(Self.shown))
    guard !isWhole, isCut || sentences.count > Self.shown + 1 else {
      return sentences.count > 1 ? list(sentences) : sentences.joined().markup
    }
    let rest = sentences.enumerated().filter { index, sentence in
      index >= Self.shown || first[index] != sentence
    }.map(\.element)
    return """
      \(list(first))<details><summary>\(rest.count) more, in full</summary>\(list(rest))</details>
      """
  }

  private func list(_ sentences: [String]) -> Markup {
    "<ul>\(sentences.map { "<li>\($0)</li>" as Markup })</ul>"
  }

  /// The alternatives, best first, each with what it would be for this person.
  var alternatives: Markup {
    answer.alternatives.map { other -> Markup in
      let note: Markup = isWhole && !other.note.text.isEmpty ? " \(other.note.text)" : ""
      return "<span class=\"other\">\(other.name) \(other.state.tag())\(note)</span>"
    }.separated(by: isWhole ? "<br>" : " ")
  }

  /// Who leads, how firmly, when; and whether the others agree.
  var source: Markup {
    guard let lead = answer.lead else {
      let trace = answer.why.first?.trace ?? answer.action.trace
      return trace.named.isEmpty ? .empty : Markup.link(trace.url, trace.named)
    }
    let named = [lead.source, lead.strength, lead.version].filter { !$0.isEmpty }
      .joined(separator: ", ")
    return "\(Markup.link(lead.url, named)) \(answer.agreement.markup)"
  }
}

extension Trace {
  /// The source with its version.
  var named: String { [source, version].filter { !$0.isEmpty }.joined(separator: ", ") }
}

extension String {
  /// The text, escaped.
  var markup: Markup { "\(self)" }

  /// The first sentences, as many as fit into a number of characters; one at least, and whole.
  func brief(_ limit: Int) -> String {
    var text = ""
    for sentence in split(separator: ". ") {
      let longer = text.isEmpty ? String(sentence) : "\(text). \(sentence)"
      if !text.isEmpty && longer.count > limit { break }
      text = longer
    }
    return text.isEmpty ? self : text.closed
  }
}
