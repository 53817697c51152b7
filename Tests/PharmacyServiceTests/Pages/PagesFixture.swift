import Guidance
import GuidanceFixtures
@testable import Knowledge
import PharmacyService

/// A made-up patient whose list has an answer in each of the five states and a name nobody knows.
enum PagesFixture {
  static let frame = PageFrame(
    user: "b.<i>example</i>", role: "pharmacist", csrf: "token\"&", idleSeconds: 900,
    knowledgeVersion: "2026-07-05", knowledgeIdentity: "a92982981f08", engine: "stardose 0.1.0",
    places: [.patients, .cohort, .audit],
    notices: [Notice(.error, "Age is ‘<b>’.")], isDemo: true)
  static let pages = PageSet(frame)

  static let patient = PatientHeader(
    id: "demo/1 ?", name: "Alex <Muster>", birthDate: "1961-04-02", source: "demo.vcf, GRCh38",
    sampleCheck: "The sample is fit for pharmacogenomics.", genesWithResult: 20, genesAsked: 22,
    consents: [
      ConsentLine(purpose: "pgx", words: "pharmacogenetics", state: .given, until: "2027-01-01"),
      ConsentLine(purpose: "research", words: "research", state: .notAsked),
    ])

  static let results = Fixture.results([
    Fixture.call("CYP2C19", ["*2/*2"]), Fixture.call("TPMT", ["*1/*1"]),
    GeneCallFixture.uncalled("CYP2D6"),
  ])

  static func medicine(_ id: String) -> Medicine { Medicine(id: id, name: id) }

  static func line(_ text: String, _ id: String) -> ListedMedication {
    ListedMedication(
      text: text,
      match: MedicineMatch(
        medicine: medicine(id), matchedName: id, nameKind: .generic, quality: .exact,
        hasGuidance: true))
  }

  static let lines = [
    line("omeprazole 20 mg", "omeprazole"), line("clopidogrel 75 mg", "clopidogrel"),
    ListedMedication(
      text: "<script>alert(1)</script>", match: nil,
      suggestions: [
        MedicineMatch(
          medicine: medicine("codeine"), matchedName: "codeine", nameKind: .generic,
          quality: .similar(slips: 1), hasGuidance: true)
      ]),
    line("azathioprine", "azathioprine"), line("paroxetine", "paroxetine"),
    line("carbamazepine", "carbamazepine"),
  ]

  static func trace(_ rule: String, _ source: String = "CPIC") -> Trace {
    Trace(
      rule: rule, source: source, version: "2022-01", rows: ["PA1"], url: "https://example.org",
      inputs: [Trace.Input("CYP2C19 phenotype", "Poor Metabolizer", from: "genotype")],
      missing: ["HLA-B"], arithmetic: ["1.0 + 1.0 = 2.0", "2.0 × 0 = 0"],
      considered: ["prasugrel: no change"])
  }

  static func said(_ text: String, _ source: String = "CPIC") -> Sentence {
    Sentence(text, trace("rule-1", source))
  }

  static func opinion(_ source: String, _ state: AnswerState, _ text: String) -> SourceOpinion {
    SourceOpinion(
      source: source, strength: "Strong", version: "2022-01", url: "https://example.org",
      population: "", state: state, sentence: said(text, source))
  }

  static func answer(_ text: String, _ medicine: String, _ state: AnswerState, _ action: String)
    -> MedicationAnswer
  {
    MedicationAnswer(
      text: text, medicine: medicine, name: medicine, rxnorm: "", state: state,
      action: said(action))
  }

  static var stop: MedicationAnswer {
    var stop = answer("clopidogrel 75 mg", "clopidogrel", .stop, "Avoid clopidogrel.")
    stop.alternatives = [
      CheckedAlternative(
        medicine: "prasugrel", name: "prasugrel", state: .noChange,
        note: said("No gene or medicine of this person speaks against it.")),
      CheckedAlternative(
        medicine: "ticagrelor", name: "ticagrelor", state: .notAssessed,
        note: said("No guideline looks at it.")),
    ]
    stop.dose = [said("No dose makes up for it.")]
    stop.why = [
      said("CYP2C19: poor metaboliser; much less active metabolite; higher risk of clots.")
    ]
    stop.sources = [
      opinion("CPIC", .stop, "Avoid clopidogrel; choose prasugrel or ticagrelor."),
      opinion("DPWG", .change, "Choose another medicine."),
    ]
    stop.wouldChange = [said("Stopping omeprazole would not change it.")]
    stop.notTested = [said("ABCB1 was not looked at.")]
    stop.findings = [
      ReviewFinding(
        kind: .gene, state: .stop, sentence: said("Avoid clopidogrel."), genes: ["CYP2C19"])
    ]
    return stop
  }

  static let review = MedicationReview(
    facts: facts,
    answers: [
      stop,
      answer("azathioprine", "azathioprine", .change, "Start azathioprine at 30 %."),
      answer("omeprazole 20 mg", "omeprazole", .caution, "Watch omeprazole."),
      answer("paroxetine", "paroxetine", .noChange, "Give paroxetine as usual."),
      answer("carbamazepine", "carbamazepine", .notAssessed, "Nothing can be said of it."),
    ],
    notRecognised: [lines[2]],
    conversions: [
      Phenoconversion(
        gene: "CYP2D6", genotypePhenotype: "Normal Metabolizer",
        effectivePhenotype: "Poor Metabolizer", isLikelyOnly: false, causes: ["paroxetine"],
        sentence: said("Paroxetine blocks CYP2D6: reckon with a poor metaboliser."))
    ])

  static var facts: PatientFacts {
    var facts = PatientFacts()
    facts.ageYears = 64
    facts.smoking = .current
    facts.isPregnant = false
    return facts
  }

  static let uses = FactField.allCases.map { FactUse($0, checks: $0 == .ageYears ? 3 : 0) }
  static let passport = Passport(
    id: patient.id, results: results, knowledgeVersion: "2026-07-05", printedOn: "2026-11-30")

  static let cohort = CohortAnswer(
    medicine: "clopidogrel", smallestCell: 5, patients: 41,
    rows: [
      CohortRow(state: .stop, phenotype: "CYP2C19 poor metaboliser", count: nil),
      CohortRow(
        state: .noChange, phenotype: "CYP2C19 normal metaboliser", count: 36,
        pseudonyms: ["p1", "p2"]),
    ])
  static let audit = AuditRow(
    sequence: 7, time: "2026-11-30T07:00:00Z", actor: "<x>", role: "pharmacist", action: "review",
    subject: "9f8e", purpose: "care", outcome: "allowed", hash: "0123456789abcdef")

  /// Every page, by name.
  static var all: [(name: String, html: String)] {
    let what = WhatIf(add: "ibuprofen", stop: [0], smoking: .justStopped)
    var after = review
    after.answers.removeAll { $0.medicine == "omeprazole" }
    after.answers[0].state = .caution
    after.conversions = []
    return [
      ("sign-in", pages.signIn(userName: "<u>", next: "/patients", hasFailed: true)),
      ("find", pages.findPatient(known: [patient], document: "{\"<a>\": 1}")),
      ("consent", pages.consent(patient)),
      (
        "refused",
        pages.refused(title: "Not allowed", sentence: "Consent was <b>.", breakGlassFor: "1/2")
      ),
      ("failed", pages.failed(title: "Not found", sentence: "There is no <such> page.")),
      (
        "home",
        pages.medications(patient, lines: lines, review: review, asked: [1, 2], uses: uses)
      ),
      (
        "detail",
        pages.detail(patient, review: review, medicine: "clopidogrel", results: results) ?? ""
      ),
      (
        "basis",
        pages.basis(patient, review: review, medicine: "clopidogrel", results: results) ?? ""
      ),
      ("what-if", pages.whatIf(patient, lines: lines, before: review, asked: what, after: after)),
      ("genes", pages.genes(patient, results: results, limits: ["A <limit>."])),
      ("cohort", pages.cohort(cohort, query: "<q>")),
      (
        "audit",
        pages.audit(
          [audit], verdict: "All 7 records hold.", isIntact: true, from: 7, older: 3, newer: nil)
      ),
      (
        "print-clinician",
        pages.clinicianSheet(
          patient, review: review, results: results, passport: passport, printedOn: "2026-11-30")
      ),
      (
        "print-patient",
        pages.patientSheet(
          patient,
          answers: [
            PlainAnswer(name: "clopidogrel", state: .stop, text: "It may not work <well>.")
          ],
          notRecognised: ["<y>"], printedOn: "2026-11-30")
      ),
      (
        "print-card",
        pages.walletCard(
          patient, results: results, passport: passport, printedOn: "2026-11-30")
      ),
    ]
  }
}
