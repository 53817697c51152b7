import Foundation
import Guidance
import PharmacyService
import Reports
import Testing

struct PageTests {
  static let names = PagesFixture.all.map(\.name)

  private func html(_ name: String) throws -> String {
    try #require(PagesFixture.all.first { $0.name == name }).html
  }

  @Test(arguments: names)
  func `A page has no inline script, style or handler and loads nothing from elsewhere`(
    name: String
  ) throws {
    let html = try html(name)
    #expect(!html.contains(" style="))
    #expect(!html.contains("<style"))
    #expect(!html.contains("javascript:"))
    #expect(html.ranges(of: "<script").count == 1)
    #expect(html.contains("<script src=\"/assets/app-"))
    #expect(html.firstRange(of: try Regex(" on[a-z]+=")) == nil)
    #expect(html.firstRange(of: try Regex("(src|action)=\"(?!/)")) == nil)
    #expect(html.firstRange(of: try Regex("<link[^>]*href=\"(?!/assets/)")) == nil)
  }

  @Test(arguments: names) func `A page escapes what it is given`(name: String) throws {
    let html = try html(name)
    for raw in [
      "<Muster>", "<i>example", "<b>", "<such>", "<script>alert", "<a>", "<u>", "<q>", "<x>", "<y>",
      "<limit>", "<well>",
    ] {
      #expect(!html.contains(raw))
    }
  }

  @Test(arguments: names) func `A page names its language, has one main part and no id twice`(
    name: String
  ) throws {
    let html = try html(name)
    #expect(html.contains("<html lang=\"en\">"))
    #expect(html.ranges(of: "<main").count == 1)
    #expect(html.ranges(of: "<h1").count == 1)
    let ids = html.matches(of: try Regex(" id=\"([^\"]*)\"")).compactMap { $0.output[1].substring }
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: names) func `Every form carries the token and every field a label`(name: String)
    throws
  {
    let html = try html(name)
    let forms = html.ranges(of: "<form").count
    #expect(html.ranges(of: "name=\"csrf\" value=\"token&quot;&amp;\"").count == forms)
    let labelled = Set(
      html.matches(of: try Regex("<label for=\"([^\"]*)\"")).compactMap { $0.output[1].substring })
    let fields = html.matches(of: try Regex("<(input|select|textarea) ([^>]*)>"))
    for field in fields {
      let attributes = String(field.output[2].substring ?? "")
      if attributes.contains("type=\"hidden\"") { continue }
      let id = try #require(attributes.firstMatch(of: try Regex("id=\"([^\"]*)\"")))
      #expect(labelled.contains(try #require(id.output[1].substring)), "\(attributes)")
    }
  }

  @Test(arguments: names) func `A column head says that it is one`(name: String) throws {
    let html = try html(name)
    #expect(html.firstRange(of: try Regex("<th(?! scope=)[ >]")) == nil)
  }

  @Test
  func `The five states have five shapes and five words, and the unassessed looks like none other`()
    throws
  {
    let html = try html("home")
    for state in AnswerState.allCases {
      #expect(html.contains("<use href=\"#m-\(state.rawValue)\"/></svg>\(state.word)"))
    }
    #expect(html.contains("med notAssessed"))
    #expect(Set(AnswerState.allCases.map(\.word)).count == 5)
  }

  @Test func `The answer asked for leads, in the order of the thirty seconds`() throws {
    let html = try html("home")
    let card = try #require(html.firstRange(of: "<article class=\"answer stop\""))
    let list = try #require(html.firstRange(of: "<ol class=\"meds\">"))
    #expect(card.lowerBound < list.lowerBound)
    var rest = html[card.lowerBound...]
    for part in [
      "Stop or avoid", "Avoid clopidogrel.", "Instead", "prasugrel", "Dose", "Why", "Source",
      "Would change it", "Not tested",
    ] {
      let found = try #require(rest.firstRange(of: part), "\(part)")
      rest = rest[found.upperBound...]
    }
  }

  @Test
  func `A name that was not recognised stays on the page in words, with what it may have meant`()
    throws
  {
    let html = try html("home")
    #expect(html.contains("✗ Not recognised: “&lt;script&gt;alert(1)&lt;/script&gt;”."))
    #expect(html.contains("It was not checked."))
    #expect(html.contains("name=\"with\" value=\"codeine\""))
    #expect(html.contains("1 not recognised"))
  }

  @Test func `A fact says by how many checks it is used, and what is not known is empty`() throws {
    let html = try html("home")
    #expect(html.contains("years; used by 3 checks"))
    #expect(html.contains("name=\"ageYears\" type=\"text\" inputmode=\"numeric\" value=\"64\""))
    #expect(html.contains("name=\"weightKg\" type=\"text\" inputmode=\"decimal\" value=\"\""))
    #expect(html.contains("<option value=\"no\" selected>no</option>"))
  }

  @Test func `Sources that differ are said to differ`() throws {
    let html = try html("detail")
    #expect(
      html.contains("<strong>The sources differ.</strong> CPIC: stop or avoid; DPWG: change."))
  }

  @Test func `The phenoconversion panel shows both phenotypes, the cause and the sum`() throws {
    let html = try html("home")
    for part in ["Normal metaboliser", "paroxetine", "Poor metaboliser", "2.0 × 0 = 0"] {
      #expect(html.contains(part))
    }
  }

  @Test func `The basis names rule, source, rows, inputs, the missing and the sum of a sentence`()
    throws
  {
    let html = try html("basis")
    for part in [
      "rule-1", "CPIC, 2022-01", "PA1", "CYP2C19 phenotype: Poor Metabolizer (genotype)", "HLA-B",
      "1.0 + 1.0 = 2.0", "prasugrel: no change", "a92982981f08", "*2/*2, ranked first",
    ] {
      #expect(html.contains(part), "\(part)")
    }
  }

  @Test func `A what-if shows what changes and nothing else`() throws {
    let html = try html("what-if")
    #expect(
      html.contains("adding ibuprofen; stopping omeprazole 20 mg; smoking: stopped within weeks"))
    #expect(html.contains("omeprazole: stopped"))
    #expect(html.contains("3 medicines keep their answers."))
    #expect(!html.contains("Start azathioprine"))
    #expect(html.contains("CYP2D6</strong>: no longer changed by paroxetine"))
  }

  @Test func `A small cell of a cohort is not shown`() throws {
    let html = try html("cohort")
    #expect(html.contains("<td class=\"num\">fewer than 5</td>"))
    #expect(html.contains("<td class=\"num\">36"))
  }

  @Test func `A gene without a result reads not assessed`() throws {
    let html = try html("genes")
    let row = try #require(html.firstRange(of: "<tr class=\"notAssessed\">"))
    let cells = html[row.lowerBound...].prefix(300)
    #expect(cells.contains("CYP2D6"))
    #expect(cells.contains("Not assessed"))
  }

  @Test func `The patient's sheet has no table and says not to stop alone`() throws {
    let html = try html("print-patient")
    #expect(!html.contains("<table"))
    #expect(html.contains("Do not stop or change a medicine on your own."))
  }

  @Test func `A page on a medicine that is not on the list does not exist`() {
    #expect(
      PagesFixture.pages.detail(
        PagesFixture.patient, review: PagesFixture.review, medicine: "x", results: []) == nil)
  }

  @Test func `An id is encoded in addresses`() throws {
    #expect(try html("home").contains("action=\"/patients/demo%2F1%20%3F/medications\""))
  }
}
