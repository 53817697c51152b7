import Guidance
import Knowledge
import Reports
import Testing

struct FHIRBundleTests {
  private let bytes: [UInt8]
  private let bundle: JSONValue

  init() throws {
    bytes = FHIRBundle.document(try InteropFixture.report())
    bundle = try json(bytes)
  }

  @Test func `equal input gives equal bytes, another sample other names`() throws {
    #expect(FHIRBundle.document(try InteropFixture.report()) == bytes)
    var other = try InteropFixture.report()
    other.sampleID = "S2"
    let names = Set(try ids(json(FHIRBundle.document(other))))
    #expect(names.isDisjoint(with: try ids(bundle)))
  }

  @Test func `newer knowledge gives new names to all but the patient`() throws {
    var newer = try InteropFixture.report()
    newer.provenance.knowledgeVersion = "2026-07-05"
    let names = Set(try ids(json(FHIRBundle.document(newer))))
    let patient = try #require(bundle.resources("Patient").first?["id"]?.text)
    #expect(names.intersection(try ids(bundle)) == ["urn:uuid:\(patient)"])
  }

  private func ids(_ bundle: JSONValue) throws -> [String] {
    try #require(bundle["entry"]).elements.compactMap { $0["fullUrl"]?.text }
  }

  @Test func `names are UUIDs of version 5, each once`() throws {
    let ids = try ids(bundle)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.hasPrefix("urn:uuid:"))
      #expect(id.split(separator: "-")[2].hasPrefix("5"))
    }
  }

  @Test func `nothing is null or empty, and no date is made up`() {
    #expect(!bundle.hasNothing())
    let text = String(decoding: bytes, as: UTF8.self)
    for key in ["effectiveDateTime", "issued", "authoredOn", "performedDateTime"] {
      #expect(!text.contains("\"\(key)\""))
    }
  }

  @Test func `a date given is written, an instant only where a time is known`() throws {
    let input = try InteropFixture.report()
    let day = try json(FHIRBundle.document(input, options: FHIROptions(issued: "2026-11-30")))
    let report = try #require(day.resources("DiagnosticReport").first)
    #expect(report["effectiveDateTime"]?.text == "2026-11-30")
    #expect(report["issued"] == nil)
    let time = try json(
      FHIRBundle.document(input, options: FHIROptions(issued: "2026-11-30T08:00:00Z")))
    #expect(time.resources("DiagnosticReport").first?["issued"]?.text == "2026-11-30T08:00:00Z")
  }

  @Test func `the report lists every observation and every task`() throws {
    let report = try #require(bundle.resources("DiagnosticReport").first)
    let listed = (report["result"]?.elements ?? []).compactMap { $0["reference"]?.text }
    let observations = bundle.resources("Observation").compactMap { $0["id"]?.text }
    #expect(!observations.isEmpty)
    #expect(listed == observations.map { "urn:uuid:\($0)" })
    let actions = (report["extension"]?.elements ?? [])
      .compactMap { $0["valueReference"]?["reference"]?.text }
    for task in bundle.resources("Task") {
      let id = try #require(task["id"]?.text)
      #expect(actions.contains("urn:uuid:\(id)"))
    }
  }

  @Test func `an allele seen is present, a position without data has no call`() throws {
    let variants = bundle.resources("variant")
    #expect(
      variants.map { $0[path: "valueCodeableConcept", "coding", "0", "code"]?.text } == [
        "LA18198-4", "LA9633-4",
      ])
    let seen = try #require(variants.last)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("NC_000010.11:g.94781859G>A"))
    let components = try #require(seen["component"]).elements
    func value(_ code: String) -> JSONValue? {
      components.first { $0[path: "code", "coding", "0", "code"]?.text == code }
    }
    #expect(value("69547-8")?["valueString"]?.text == "G")
    #expect(value("69551-0")?["valueString"]?.text == "A")
    #expect(value("81254-5")?[path: "valueRange", "low", "value"] == .number("94781859"))
    #expect(
      value("53034-5")?[path: "valueCodeableConcept", "coding", "0", "code"]?.text == "LA6705-3")
    #expect(value("82121-5")?[path: "valueQuantity", "value"] == .number("31"))
  }

  @Test func `a haplotype rests on its variant, a genotype on its haplotype`() throws {
    let variant = try #require(bundle.resources("variant").last?["id"]?.text)
    let haplotype = try #require(
      bundle.resources("haplotype").first {
        $0[path: "valueCodeableConcept", "text"]?.text == "CYP2C19*2"
      })
    #expect(haplotype[path: "derivedFrom", "0", "reference"]?.text == "urn:uuid:\(variant)")
    let genotype = try #require(
      bundle.resources("genotype").first {
        $0[path: "valueCodeableConcept", "text"]?.text == "CYP2C19 *2/*2"
      })
    let id = try #require(haplotype["id"]?.text)
    #expect(genotype[path: "derivedFrom", "0", "reference"]?.text == "urn:uuid:\(id)")
    #expect(genotype[path: "interpretation", "0", "text"]?.text == "Poor Metabolizer")
  }

  @Test func `an implication has no value, one medicine, a phenotype and a level`() throws {
    let implications = bundle.resources("therapeutic-implication")
    #expect(implications.count == 3)
    for implication in implications {
      #expect(implication["valueCodeableConcept"] == nil)
      #expect(implication["derivedFrom"]?.elements.count == 1)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"code\":\"\(InteropFixture.clopidogrel)\""))
    #expect(text.contains("\"code\":\"LA9657-3\""))
    #expect(text.contains("pharmgkb-evidence-level-custom-cs\",\"code\":\"1A\""))
  }

  @Test func `a gene bears its HGNC id where one is known, else its symbol alone`() throws {
    var input = try InteropFixture.report()
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("http://www.genenames.org"))
    for index in input.genes.indices where input.genes[index].gene.symbol == "CYP2C19" {
      input.genes[index].gene.hgnc = "HGNC:2621"
    }
    let coded = String(decoding: FHIRBundle.document(input), as: UTF8.self)
    #expect(
      coded.contains(
        #"{"system":"http://www.genenames.org","code":"HGNC:2621","display":"CYP2C19"}"#))
    #expect(try FHIRResults.genes(in: Array(coded.utf8)) == FHIRResults.genes(in: bytes))
  }

  @Test func `only verified recommendation codes are used`() throws {
    let codes = bundle.resources("medication-recommendation")
      .map { $0[path: "code", "coding", "0", "code"]?.text }
    #expect(codes == ["LA26421-0", "LA26422-8"])
  }

  @Test func `a medicine that is not assessed has no implication but a follow-up`() throws {
    #expect(
      bundle.resources("followup-recommendation").compactMap { $0[path: "code", "text"]?.text }
        == ["HLA-B testing"])
    let report = try #require(bundle.resources("DiagnosticReport").first)
    let conclusion = try #require(report["conclusion"]?.text)
    #expect(conclusion.contains("Not assessed: 1 medicine"))
    #expect(conclusion.contains("does not mean no change"))
  }

  @Test func `the limits of the test stand in the report as disclaimers`() throws {
    let report = try #require(bundle.resources("DiagnosticReport").first)
    let notes = (report["extension"]?.elements ?? []).filter {
      $0["url"]?.text?.hasSuffix("/genomic-report-note") == true
    }
    #expect(
      notes.contains {
        $0[
          path: "valueAnnotation", "extension", "0", "valueCodeableConcept", "coding", "0", "code"]?
          .text == "test-disclaimer"
      })
  }

  @Test func `a bundle is read back to the genes it was made from`() throws {
    #expect(
      try FHIRResults.genes(in: bytes) == [
        StatedGene(gene: "CYP2C19", diplotype: "*2/*2"),
        StatedGene(gene: "CYP2D6", diplotype: "*1/*4"),
      ])
  }

  @Test(arguments: [("{", 400), ("[]", 400), (#"{"resourceType":"Patient"}"#, 422)])
  func `what holds no genotype is refused`(body: String, status: Int) throws {
    let reply = try #require(throws: ServiceReply.self) {
      _ = try FHIRResults.genes(in: Array(body.utf8))
    }
    #expect(reply.status == status)
  }
}
