package import Guidance
import Knowledge
import Reports

/// The web pages: pure functions from values to whole HTML documents.
///
/// Every string is escaped where it goes in. No page has an inline script or style, so that
/// `default-src 'self'` can be the whole policy; every page reads and every form works without
/// scripts.
package struct PageSet: Sendable {
  /// What every page carries.
  package let frame: PageFrame

  /// Makes the pages of one request.
  package init(_ frame: PageFrame) { self.frame = frame }

  /// A screen: head, notices, content, foot.
  func screen(_ title: String, place: PageFrame.Place? = nil, _ content: Markup) -> String {
    let idle: Markup = frame.idleSeconds > 0 ? " data-idle=\"\(frame.idleSeconds)\"" : ""
    return document(
      title,
      """
      <body\(idle)>
      \(HTMLStyle.shapes)
      <a class="skip" href="#main">Skip to the content</a>
      \(top(place))
      <main id="main">
      \(frame.notices.map(notice))\(content)
      <p class="sr" role="status" id="live"></p>
      </main>
      \(foot)\(idleWarning)</body>
      """)
  }

  /// A sheet for the printer: no navigation on paper.
  func sheet(_ title: String, kind: Markup, patient: PatientHeader, _ content: Markup) -> String {
    document(
      title,
      """
      <body class="paper \(kind)">
      \(HTMLStyle.shapes)
      <nav class="screen-only" aria-label="Sheet"><a href="\(patient.path())">Back to the \
      medicines</a> <button type="button" data-print hidden>Print</button> \
      <span class="soft">Use your browser’s Print. A4 or Letter, grey is enough.</span></nav>
      <main id="main">
      \(content)
      </main>
      </body>
      """)
  }

  /// The results of the genes that some guideline looks at.
  package func guided(_ results: [GeneResult]) -> [GeneResult] {
    frame.guidedGenes.isEmpty
      ? results : results.filter { frame.guidedGenes.contains($0.gene.symbol) }
  }

  /// The hidden field that every form carries.
  var token: Markup { "<input type=\"hidden\" name=\"csrf\" value=\"\(frame.csrf)\">" }

  /// What an answer was made with, as a line.
  var madeWith: Markup {
    """
    Knowledge base \(frame.knowledgeVersion), content \
    <span class="hash">\(frame.knowledgeIdentity)</span>; \(frame.engine).
    """
  }

  private func document(_ title: String, _ body: Markup) -> String {
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(title) – Stardose</title>
      <link rel="stylesheet" href="\(Assets.style.path)">
      <link rel="icon" href="\(Assets.icon.path)" type="image/svg+xml">
      <script src="\(Assets.script.path)" defer></script>
      </head>
      \(body)
      </html>

      """
    return page.html
  }

  private func top(_ place: PageFrame.Place?) -> Markup {
    let links = PageFrame.Place.allCases.filter(frame.places.contains).map { item -> Markup in
      "<a href=\"/\(item.rawValue)\"\(item == place ? " aria-current=\"page\"" : "")>\(item.word)</a> "
    }
    let nav: Markup = links.isEmpty ? "" : "<nav aria-label=\"Places\">\(links)</nav>"
    let who: Markup =
      frame.user.map { user -> Markup in
        """
        <form method="post" action="/sign-out">\(token)<span>\(user)\
        \(frame.role.map { ", \($0)" } ?? "")</span> <button>Sign out</button></form>
        """
      } ?? ""
    let demo: Markup =
      frame.isDemo
      ? "<p class=\"demo\">Demonstration: every patient here is made up.</p>" : ""
    return """
      <header><div class="top"><a class="name" href="/">Stardose</a>\(nav)\(who)</div>\(demo)</header>
      """
  }

  private func notice(_ notice: Notice) -> Markup {
    """
    <p class="notice \(notice.kind.rawValue)" role="\(notice.kind == .done ? "status" : "alert")">\
    <strong>\(notice.kind.word)</strong> \(notice.text)</p>

    """
  }

  private var foot: Markup {
    let idle =
      frame.idleSeconds > 0
      ? " You are signed out after \(frame.idleSeconds.minutes) without use." : ""
    return """
      <footer class="foot"><p>Decision support for health professionals; not a diagnosis. \
      \(madeWith)\(idle)</p></footer>

      """
  }

  private var idleWarning: Markup {
    guard frame.idleSeconds > 0 else { return .empty }
    return """
      <dialog id="idle" aria-labelledby="idle-title" aria-describedby="idle-text">
      <h2 id="idle-title">Still there?</h2>
      <p id="idle-text">You are about to be signed out, so that nobody else can read this patient’s \
      results. <span id="idle-left"></span></p>
      <form method="post" action="/session/extend">\(token)<button class="first">Stay signed \
      in</button></form>
      </dialog>

      """
  }
}

extension Int {
  /// Seconds as whole minutes in words, never fewer than are left.
  fileprivate var minutes: String {
    let minutes = self / 60
    return self < 60 ? "\(self) seconds" : "\(minutes) minute\(minutes == 1 ? "" : "s")"
  }
}

extension PageFrame.Place {
  /// The place in the head.
  fileprivate var word: String {
    switch self {
    case .patients: "Patients"
    case .cohort: "Cohort"
    case .audit: "Audit"
    }
  }
}

extension Notice.Kind {
  /// What the message begins with, so that it isn't told by colour alone.
  fileprivate var word: String {
    switch self {
    case .error: "Not done."
    case .warning: "Note."
    case .done: "Done."
    }
  }
}
