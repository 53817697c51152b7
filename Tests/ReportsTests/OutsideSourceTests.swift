import Foundation
import Guidance
import GuidanceFixtures
import Reports
import Testing

/// Where an outside call came from stands beside it in every format.
struct OutsideSourceTests {
  private func input(_ caller: OutsideCaller?) throws -> ReportInput {
    var input = try ReportFixture.input()
    var outside = Fixture.outside("CYP2D6", "*1/*4")
    outside.caller = caller
    outside.marks = caller == nil ? [] : ["marks its call 'LowQ_high_CN'"]
    input.genes = Fixture.results([], outside: [outside])
    return input
  }

  @Test func `the program is named with its version and what it says of its call`() throws {
    let input = try input(OutsideCaller(name: "Onecaller", version: "1.2"))
    let json = JSONReport(guidance: false).document(input)
    #expect(json.contains("\"statedBy\": [\"Onecaller 1.2\"]"))
    #expect(json.contains("Onecaller marks its call 'LowQ_high_CN'."))
    #expect(TextReport(input).document.contains("; stated by Onecaller 1.2"))
    let page = HTMLReport(input).document
    #expect(page.contains("Stated by Onecaller 1.2. Onecaller marks its call"))
  }

  @Test func `a table is another laboratory's`() throws {
    let input = try input(nil)
    #expect(!JSONReport(guidance: false).document(input).contains("statedBy"))
    #expect(!TextReport(input).document.contains("stated by"))
    #expect(HTMLReport(input).document.contains("Stated by another laboratory."))
  }
}
