import Guidance
import Reports

/// A sentence and its trace: rule, source, rows, inputs, what was missing, the sum, what else was considered.
struct TraceMarkup {
  private let sentence: Sentence

  init(_ sentence: Sentence) { self.sentence = sentence }

  var markup: Markup {
    let trace = sentence.trace
    let version = trace.version.isEmpty ? "" : ", \(trace.version)"
    let source = trace.source + version
    var rows = row("Rule", "<span class=\"hash\">\(trace.rule)</span>")
    rows += row("Source", source.isEmpty ? .empty : Markup.link(trace.url, source))
    rows += row(
      "Rows",
      trace.rows.isEmpty
        ? .empty : "<span class=\"hash\">\(trace.rows.joined(separator: " "))</span>")
    rows += row(
      "Worked out from", list(trace.inputs.map { "\($0.name): \($0.value) (\($0.from))" }))
    rows += row("Not known", list(trace.missing))
    rows += row("Reckoning", list(trace.arithmetic, isSum: true))
    rows += row("Also considered", list(trace.considered))
    return """
      <div class="trace"><p class="strong">\(sentence.text)</p>
      <dl class="parts small">\(rows)</dl></div>

      """
  }

  private func row(_ title: String, _ content: Markup) -> Markup {
    content.html.isEmpty ? .empty : "<dt>\(title)</dt><dd>\(content)</dd>\n"
  }

  private func list(_ lines: [String], isSum: Bool = false) -> Markup {
    guard !lines.isEmpty else { return .empty }
    let kind: Markup = isSum ? "plain sum" : "plain"
    return "<ul class=\"\(kind)\">\(lines.map { "<li>\($0)</li>" as Markup })</ul>"
  }
}
