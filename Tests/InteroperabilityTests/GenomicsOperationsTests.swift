import Guidance
import GuidanceFixtures
import Reports
import Testing

struct GenomicsOperationsTests {
  private let fixture: InteropFixture
  private let operations: GenomicsOperations

  init() throws {
    fixture = try InteropFixture()
    operations = try GenomicsOperations(fixture.knowledge)
  }

  private func subject(_ query: (name: String, value: String)...) throws -> JSONValue {
    let query = try operations.subjectQuery([(name: "subject", value: "Patient/p1")] + query)
    let reply = operations.subjectImplications(query, patient: InteropFixture.patient)
    #expect(reply.status == 200)
    return try json(reply.body)
  }

  private func names(_ value: JSONValue) -> [String] {
    (value["parameter"]?.elements ?? []).compactMap { $0["name"]?.text }
  }

  @Test func `a medicine's implication comes with what it rests on`() throws {
    let value = try subject(("treatments", "http://www.nlm.nih.gov/research/umls/rxnorm|32968"))
    #expect(value["resourceType"]?.text == "Parameters")
    #expect(names(value) == ["implication", "haplotype", "genotype"])
    let text = value[path: "parameter", "0", "resource", "derivedFrom", "0", "reference"]?.text
    let genotype = value[path: "parameter", "2", "resource", "id"]?.text
    #expect(text == genotype.map { "Observation/\($0)" })
    #expect(
      value[path: "parameter", "0", "resource", "subject", "reference"]?.text == "Patient/p1")
  }

  @Test(arguments: [
    ("CYP2C19 *2/*2", 3), ("CYP2C19 *2", 3), ("CYP2C19 *1/*2", 0), ("CYP2D6 *2", 0),
  ])
  func `a diplotype or a haplotype narrows what is found`(asked: String, count: Int) throws {
    let found = names(try subject(("haplotypes", asked)))
    #expect(found.count { $0 == "implication" } == count)
  }

  @Test func `somatic results are none`() throws {
    #expect(names(try subject(("genomicSourceClass", "somatic"))).isEmpty)
  }

  @Test(arguments: [
    ([("colour", "red")], 400), ([], 400), ([("subject", "a"), ("subject", "b")], 400),
    ([("subject", "a"), ("variants", "NC_000010.11:g.1A>G")], 422),
    ([("subject", "a"), ("haplotypes", "nonsense")], 400),
    ([("subject", "a"), ("treatments", "http://snomed.info/sct|1")], 422),
    ([("subject", "a"), ("genomicSourceClass", "plant")], 400),
  ])
  func `parameters out of order are refused`(query: [(String, String)], status: Int) throws {
    let reply = try #require(throws: ServiceReply.self) {
      _ = try operations.subjectQuery(query.map { (name: $0.0, value: $0.1) })
    }
    #expect(reply.status == status)
  }

  @Test func `an unknown patient is 404, an unknown medicine 422 and not an empty list`() throws {
    let query = try operations.subjectQuery([(name: "subject", value: "p9")])
    #expect(operations.subjectImplications(query, patient: nil).status == 404)
    let other = try operations.subjectQuery([
      (name: "subject", value: "p1"), (name: "treatments", value: "wonderdrug"),
    ])
    #expect(operations.subjectImplications(other, patient: InteropFixture.patient).status == 422)
  }

  @Test func `patients at risk are counted, those not assessed beside them`() throws {
    let poor = Fixture.results([Fixture.call("CYP2C19", ["*2/*2"])])
    let normal = Fixture.results([Fixture.call("CYP2C19", ["*1/*1"])])
    let patients =
      (1...6).map { (id: "poor\($0)", results: poor) }
      + (1...4).map { (id: "normal\($0)", results: normal) } + [(id: "none", results: [])]
    let query = try operations.populationQuery([
      (name: "treatments", value: "clopidogrel"), (name: "includePatientList", value: "true"),
    ])
    func parts(_ smallest: Int) throws -> [JSONValue] {
      let reply = operations.populationImplications(
        query, patients: patients, smallestCell: smallest)
      #expect(reply.status == 200)
      return try json(reply.body)[path: "parameter", "0", "part"]?.elements ?? []
    }
    let open = try parts(5)
    try #require(open.count > 2)
    #expect(
      open.prefix(2).map { $0[path: "valueQuantity", "value"] } == [.number("6"), .number("11")])
    #expect(open.count { $0["name"]?.text == "subject" } == 6)
    #expect(open[2][path: "valueQuantity", "comparator"]?.text == "<")
    let hidden = try parts(10)
    try #require(!hidden.isEmpty)
    #expect(hidden[0][path: "valueQuantity", "comparator"]?.text == "<")
    #expect(!hidden.contains { $0["name"]?.text == "subject" })
  }

  @Test func `a population asked for nothing is refused`() throws {
    let query = try operations.populationQuery([])
    #expect(
      operations.populationImplications(query, patients: [], smallestCell: 5).status == 422)
  }
}
