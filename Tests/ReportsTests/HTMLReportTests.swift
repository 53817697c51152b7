import Guidance
import GuidanceFixtures
import Knowledge
import Reports
import Testing

struct HTMLReportTests {
  @Test func `nothing from the input goes in unescaped`() throws {
    let evil = "<script>alert('x')</script>\"&\u{202E}\u{07}"
    var input = try ReportFixture.input(sampleID: evil)
    input.provenance.inputName = evil
    input.provenance.notes = [evil]
    input.provenance.sources[0].url = "javascript:alert(1)"
    let html = HTMLReport(input).document
    #expect(!html.contains("<script"))
    #expect(!html.contains("javascript:"))
    #expect(!html.contains("\u{202E}") && !html.contains("\u{07}"))
    #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"))
  }

  @Test func `every state has its shape and its word`() throws {
    let html = HTMLReport(try ReportFixture.input()).document
    for (state, word) in [
      ("stop", "Stop or avoid"), ("change", "Change"), ("caution", "Caution"),
      ("noChange", "No change"), ("notAssessed", "Not assessed"),
    ] {
      #expect(html.contains("id=\"m-\(state)\""))
      #expect(html.contains("href=\"#m-\(state)\""))
      #expect(html.contains(word))
    }
  }

  @Test func `what to do comes before what need not be done and what is not known`() throws {
    let html = HTMLReport(try ReportFixture.input()).document
    let order = [
      "id=\"summary\"", "id=\"act\"", "id=\"no-change\"", "id=\"not-assessed\"", "id=\"genes\"",
    ]
    let places = order.compactMap { html.firstRange(of: $0)?.lowerBound }
    #expect(places.count == order.count)
    #expect(places == places.sorted())
  }

  @Test func `the page needs nothing from outside and no script`() throws {
    let html = HTMLReport(try ReportFixture.input()).document
    for forbidden in ["<script", "<link", "<img", "@import", "url(", " onclick", "<iframe"] {
      #expect(!html.contains(forbidden), "\(forbidden)")
    }
    #expect(html.contains("<html lang=\"en\">"))
    #expect(html.contains("<title>Medicines and genes: S1</title>"))
  }

  @Test func `an alternative that needs care itself is marked`() throws {
    let html = HTMLReport(try ReportFixture.input()).document
    #expect(html.contains("Caution for this person"))
  }

  @Test func `a report of 200 drugs stays under 300 kB`() throws {
    let drugs = (0..<40).flatMap { round in
      ReportFixture.drugs.map { drug in
        var copy = drug
        copy.id += "-\(round)"
        copy.name += " \(round)"
        return copy
      }
    }
    let html = HTMLReport(try ReportFixture.input(drugs: drugs)).document
    #expect(html.utf8.count < 300_000)
  }

  @Test func `equal input gives equal bytes`() throws {
    #expect(
      HTMLReport(try ReportFixture.input()).document
        == HTMLReport(try ReportFixture.input()).document)
  }

  @Test func `tags are balanced`() throws {
    let html = HTMLReport(try ReportFixture.input()).document
    for tag in [
      "section", "article", "table", "tr", "td", "th", "dl", "dd", "dt", "ul", "li", "div", "span",
      "p", "svg",
    ] {
      let opened = html.ranges(of: "<\(tag)>").count + html.ranges(of: "<\(tag) ").count
      #expect(opened == html.ranges(of: "</\(tag)>").count, "\(tag)")
    }
  }
}
