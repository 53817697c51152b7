import Foundation
import Guidance
import GuidanceFixtures
import Knowledge
import Reports
import StarAlleles
import Testing

struct PatientDocumentTests {
  private static let lookup = PatientLookup(genes: FixtureGenes.bySymbol, identity: "0123456789ab")

  /// A document with some members after layout and id.
  private static func text(_ members: String) -> String {
    "{\n\"layout\": \"stardose-patient/1\",\n\"id\": \"P1\"\(members.isEmpty ? "" : ",\n\(members)")\n}"
  }

  private static let whole = text(
    """
    "name": "Ada", "birthDate": "1956-03-31",
    "facts": { "ageYears": 70, "sex": "female", "weightKg": 70.5, "heightCm": 165,
      "creatinineMgPerDl": 0.9, "eGFR": 45, "creatinineClearance": 50, "childPughScore": 5,
      "isPregnant": false, "isBreastfeeding": false, "smoking": "current", "cigarettesPerDay": 20,
      "takesGrapefruit": true, "takesStJohnsWort": false, "drinksAlcohol": true,
      "takesCaffeine": false, "eatsCharcoalGrilled": true, "targetINR": 2.5,
      "hasThrombosis": true, "ancestry": "mixed",
      "conditions": { "dementia": false, "nearTerm": true }, "indications": { "clopidogrel": "ACS" } },
    "medications": ["clopidogrel 75 mg", "omeprazole"],
    "genes": [
      { "gene": "CYP2C19", "diplotype": "*1/*2" },
      { "gene": "CYP2D6", "diplotype": "*1/*4.001" },
      { "gene": "DPYD", "activityScore": 1.5 },
      { "gene": "HLA-B", "phenotype": "*57:01 positive" } ]
    """)

  @Test func `a document comes back as it went`() throws {
    let patient = try PatientDocument(Self.whole, file: "p.json")
    #expect(patient.facts.indications == ["clopidogrel": "ACS"])
    #expect(patient.facts.conditions == [.dementia: false, .nearTerm: true])
    #expect(patient.medications == ["clopidogrel 75 mg", "omeprazole"])
    let again = try PatientDocument(patient.json, file: "p.json")
    #expect(again.facts == patient.facts)
    #expect(again.json == patient.json)
    let schema = try SchemaValidator.named("patient")
    let value = try JSONSerialization.jsonObject(with: Data(patient.json.utf8))
    #expect(try schema.findings(in: value) == [])
  }

  @Test func `every fact can be stated in a document, by its own name`() throws {
    let facts = try PatientDocument(Self.whole, file: "p.json").facts
    let unread = Mirror(reflecting: facts).children.filter { child in
      let value = Mirror(reflecting: child.value)
      return value.displayStyle == .optional && value.children.isEmpty
    }.compactMap(\.label)
    #expect(unread == [])
    let json = try JSONSerialization.jsonObject(
      with: Data(PatientDocument(id: "P1", facts: facts).json.utf8))
    let written = (json as? [String: Any])?["facts"] as? [String: Any]
    #expect(
      Set((written ?? [:]).keys) == Set(Mirror(reflecting: facts).children.compactMap(\.label)))
    #expect(PatientFacts().overlaid(with: facts) == facts)
    #expect(facts.overlaid(with: PatientFacts()) == facts)
  }

  @Test func `stated genes become results, with a remark where a name is read otherwise`() throws {
    let results = try Self.lookup.results(
      of: PatientDocument(Self.whole, file: "p.json"), file: "p.json")
    #expect(results.genes.map(\.gene.symbol) == ["CYP2C19", "CYP2D6", "DPYD", "HLA-B"])
    #expect(
      results.genes.map(\.phenotypes) == [
        ["Intermediate Metabolizer"], ["Intermediate Metabolizer"], ["Intermediate Metabolizer"],
        ["*57:01 positive"],
      ])
    #expect(results.remarks == ["p.json: suballele '*4.001' is read as '*4'"])
  }

  @Test func `an allele that is not known stays, and is named`() throws {
    let patient = PatientDocument(
      id: "P1", calls: .stated([StatedGene(gene: "CYP2C19", diplotype: "*1/*99")]))
    let results = try Self.lookup.results(of: patient, file: "p.json")
    #expect(results.genes.map { $0.call.diplotypes.map(\.description) } == [["*1/*99"]])
    #expect(
      results.remarks == [
        "p.json: the knowledge base has no CYP2C19 allele '*99'; no function is known for it"
      ])
  }

  @Test func `a stored result is a patient, embedded, named or alone`() throws {
    let input = ReportInput(
      sampleID: "ANNA", genes: Fixture.results([Fixture.call("CYP2C19", ["*2/*2"])]), drugs: [],
      provenance: ReportFixture.provenance)
    let report = JSONReport(guidance: false).document(input)
    let alone = try PatientDocument(report, file: "anna.json")
    #expect(alone.id == "ANNA")
    let embedded = try PatientDocument(Self.text("\"report\": \(report)"), file: "p.json")
    let named = try PatientDocument(Self.text("\"report\": \"anna.json\""), file: "p.json") {
      path in
      #expect(path == "anna.json")
      return report
    }
    #expect(named == embedded)
    for patient in [alone, embedded] {
      let results = try Self.lookup.results(of: patient)
      #expect(results.genes.map(\.phenotypes) == [["Poor Metabolizer"]])
    }
    let again = try PatientDocument(embedded.json, file: "p.json")
    #expect(again == embedded)
  }

  @Test func `a result of several samples needs a name`() throws {
    let json = JSONReport(guidance: false)
    let samples = ["ANNA", "BERT"].map { name in
      ReportInput(
        sampleID: name, genes: Fixture.results([Fixture.call("CYP2C19", ["*2/*2"])]), drugs: [],
        provenance: ReportFixture.provenance)
    }
    let report =
      json.head(ReportFixture.provenance)
      + samples.enumerated().map { String(decoding: json.sample($1, $0), as: UTF8.self) }.joined()
      + json.tail()
    #expect(try PatientDocument(report, file: "c.json", sample: "BERT").id == "BERT")
    let none = #expect(throws: PatientDocumentError.self) {
      try PatientDocument(report, file: "c.json")
    }
    #expect(
      none?.description
        == "c.json: the report has 2 samples and a patient is one of them; name the sample")
    let other = #expect(throws: PatientDocumentError.self) {
      try PatientDocument(report, file: "c.json", sample: "CARL")
    }
    #expect(
      other?.description
        == "c.json: none of the report's 2 samples is called 'CARL'; name one that is there")
  }

  @Test(arguments: [
    (
      "\"fact\": {}",
      "line 4: the document has no key 'fact'; it has 'facts'; correct the key or take it out"
    ),
    (
      "\"facts\": { \"weight\": 70 }",
      "line 4: facts has no key 'weight'; it has 'weightKg'; correct the key or take it out"
    ),
    (
      "\"facts\": { \"ageYears\": 200 }",
      "line 4: the age is 200 years, and possible are 0 to 120 years; check number and unit"
    ),
    (
      "\"facts\": {\n\"weightKg\": -70 }",
      "line 5: the weight is -70 kg, and possible are 0.3 to 500 kg; check number and unit"
    ),
    (
      "\"facts\": { \"childPughScore\": 3 }",
      "line 4: the Child–Pugh score is 3 points, and possible are 5 to 15 points; check number and unit"
    ),
    (
      "\"facts\": { \"creatinineMgPerDl\": 88 }",
      "line 4: the creatinine is 88 mg/dL, and possible are 0.1 to 40 mg/dL; check number and unit"
    ),
    (
      "\"facts\": { \"sex\": \"male\", \"isPregnant\": true }",
      "line 4: the patient is stated to be male and pregnant; correct one"
    ),
    (
      "\"facts\": { \"smoking\": \"never\", \"cigarettesPerDay\": 10 }",
      "line 4: 10 cigarettes a day are stated of a patient who does not smoke; correct one"
    ),
    (
      "\"facts\": { \"smoking\": \"sometimes\" }",
      "line 4: 'smoking' is the text 'sometimes'; "
        + "write \"never\", \"current\", \"justStopped\" or \"former\""
    ),
    (
      "\"facts\": { \"ageYears\": \"70\" }",
      "line 4: 'ageYears' is the text '70'; write a number without quotes"
    ),
    (
      "\"facts\": { \"ageYears\": 70.5 }",
      "line 4: 'ageYears' is the number 70.5; write a whole number"
    ),
    (
      "\"facts\": { \"isPregnant\": \"yes\" }",
      "line 4: 'isPregnant' is the text 'yes'; write true or false"
    ),
    (
      "\"facts\": { \"eGFR\": 40, \"eGFR\": 50 }",
      "line 4: the key 'eGFR' stands twice; keep one of the two"
    ),
    (
      "\"birthDate\": \"1956-02-30\"",
      "line 4: 'birthDate' is the text '1956-02-30'; write a day such as \"1956-03-31\""
    ),
    (
      "\"medications\": [\"\"]", "line 4: 'medications[0]' is an empty text; write a text in quotes"
    ),
    (
      "\"medications\": \"codeine\"",
      "line 4: 'medications' is the text 'codeine'; write a list of texts in brackets"
    ),
    ("\"genes\": [{ \"diplotype\": \"*1/*2\" }]", "line 4: 'gene' is missing; state it"),
    (
      "\"genes\": [], \"report\": {}",
      "line 4: both 'genes' and 'report' are given; keep one of the two, since they may contradict each other"
    ),
    (
      "\"report\": \"a.json\"",
      "line 4: 'report' names the file 'a.json', which can't be opened from here; "
        + "put the report's content in its place"
    ),
    (
      "\"facts\": {",
      "line 5: the JSON is broken: it ends too early; give the whole document"
    ),
  ])
  func `what is wrong with a document is named with its line`(
    _ members: String, _ sentence: String
  ) {
    let text =
      members.hasSuffix("{") ? String(Self.text(members).dropLast(2)) + "\n" : Self.text(members)
    let error = #expect(throws: PatientDocumentError.self) {
      try PatientDocument(text, file: "p.json")
    }
    #expect(error?.description == "p.json, \(sentence)")
  }

  @Test(arguments: [
    (
      "{}",
      "p.json: the document states no layout; write \"layout\": \"stardose-patient/1\" first, "
        + "or give a result of 'stardose call --format json'"
    ),
    (
      "{\"layout\": \"stardose-patient/9\"}",
      "p.json: the layout is 'stardose-patient/9' and this stardose reads 'stardose-patient/1' "
        + "and 'stardose-report/1'; write the document in one of them"
    ),
    ("[]", "p.json: 'document' is a list; write an object in braces"),
    ("{\"layout\": \"stardose-patient/1\"}", "p.json: 'id' is missing; state it"),
    (
      "{\"layout\": \"stardose-patient/1\", \"id\": \"a\\tb\"}",
      "p.json, line 1: 'id' is a text with a tab or line break; write at most 100 characters on one line"
    ),
  ])
  func `what is no patient is refused`(_ text: String, _ sentence: String) {
    let error = #expect(throws: PatientDocumentError.self) {
      try PatientDocument(text, file: "p.json")
    }
    #expect(error?.description == sentence)
  }

  @Test(
    arguments: [
      (
        StatedGene(gene: "CYP9Z9", diplotype: "*1/*2", line: 7),
        "p.json, line 7: the knowledge base has no gene 'CYP9Z9', so what is stated of it can't be "
          + "used; correct the symbol or take the gene out"
      ),
      (
        StatedGene(gene: "CYP2C19", phenotype: "Purple", line: 7),
        "p.json, line 7: 'Purple' is no phenotype of CYP2C19; write one of "
      ),
      (
        StatedGene(gene: "CYP2C19", diplotype: "*1/*2", activityScore: "1", line: 7),
        "p.json, line 7: CYP2C19 has no activity score and '1' is stated; "
          + "give its diplotype or phenotype instead"
      ),
      (
        StatedGene(gene: "DPYD", activityScore: "much", line: 7),
        "p.json, line 7: the activity score of DPYD is 'much'; write a number such as 1.25 or ≥3.0"
      ),
      (
        StatedGene(gene: "CYP2C19", diplotype: "*1/", line: 7),
        "p.json, line 7: half of the CYP2C19 diplotype '*1/' is missing; "
          + "give both alleles, or '.' for no call"
      ),
      (
        StatedGene(gene: "CYP2C19", line: 7),
        "p.json, line 7: nothing is stated of CYP2C19; give a diplotype, a phenotype or a score, "
          + "or '.' for no call"
      ),
    ] as [(StatedGene, String)])
  func `what the knowledge base can't place is named`(_ gene: StatedGene, _ sentence: String) {
    let error = #expect(throws: PatientDocumentError.self) {
      try Self.lookup.results(
        of: PatientDocument(id: "P1", calls: .stated([gene])), file: "p.json")
    }
    #expect(error?.description.hasPrefix(sentence) == true, "\(String(describing: error))")
  }

  @Test(
    arguments: [
      ("1956-03-31", "2026-03-30", 69), ("1956-03-31", "2026-03-31", 70),
      ("2026-03-31", "2026-03-30", nil), ("1956-03-31", "today", nil),
    ] as [(String, String, Int?)])
  func `the age is in completed years`(_ birth: String, _ day: String, _ age: Int?) {
    #expect(PatientDocument(id: "P1", birthDate: birth).ageYears(on: day) == age)
  }
}
