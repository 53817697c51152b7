import Evidence
import Genome
import Guidance

/// The report of one sample as a single HTML file: what to do first, then why, then how it is known.
///
/// It needs no script, font, image or network, prints on A4, and tells each of the five states by
/// shape, word and colour.
public struct HTMLReport {
  private let input: ReportInput
  private let context: ReportContext

  /// Makes the report of a sample.
  public init(_ input: ReportInput) {
    self.input = input
    context = ReportContext(input)
  }

  /// The whole file.
  public var document: String {
    let drugs = Dictionary(grouping: input.drugs, by: \.state)
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>Medicines and genes: \(input.sampleID)</title>
      \(HTMLStyle.sheet)
      </head>
      <body>
      \(HTMLStyle.shapes)
      \(head)
      <main>
      \(warning)\
      \(HTMLSummary(drugs: drugs).markup)
      \(actions(drugs))
      \(HTMLRisks(context: context).markup)
      \(HTMLNoChange(drugs: drugs[.noChange] ?? [], context: context).markup)
      \(HTMLNotAssessed(drugs: drugs[.notAssessed] ?? [], context: context).markup)
      \(HTMLGenes(context: context).markup)
      \(input.check.map { HTMLCheck($0).facts } ?? .empty)\
      \(HTMLMethod(context: context).markup)
      </main>
      </body>
      </html>

      """
    return page.html
  }

  private var warning: Markup {
    guard let check = input.check, check.verdict != .fit else { return .empty }
    return HTMLCheck(check).warning
  }

  private var head: Markup {
    let provenance = input.provenance
    return """
      <header>
      <h1>What this person’s genes mean for their medicines</h1>
      <p class="soft">For prescribers and pharmacists. It supports a decision and does not make one; \
      read it with the person’s other medicines, kidney and liver function, and age.</p>
      <dl class="who">
      <div><dt>Sample</dt><dd>\(input.sampleID)</dd></div>
      <div><dt>File</dt><dd>\(provenance.inputName)</dd></div>
      <div><dt>Assembly</dt><dd>\(provenance.assembly.rawValue)</dd></div>
      <div><dt>Knowledge base</dt><dd>\(provenance.knowledgeVersion) \
      (\(provenance.knowledgeIdentity))</dd></div>
      <div><dt>Program</dt><dd>\(provenance.engine)</dd></div>
      </dl>
      </header>
      """
  }

  private func actions(_ drugs: [AnswerState: [DrugGuidance]]) -> Markup {
    let states: [AnswerState] = [.stop, .change, .caution]
    let cards = states.flatMap { drugs[$0] ?? [] }.map {
      HTMLCard($0, context).markup
    }
    guard !cards.isEmpty else {
      return """
        <section id="act"><h2>Medicines that need something done</h2>
        <p>None was found among the medicines that could be assessed.</p></section>

        """
    }
    return """
      <section id="act"><h2>Medicines that need something done</h2>
      \(cards)</section>

      """
  }
}
