import Foundation
import TestSupport
import Testing

/// `stardose query` and `stardose replay` as their user runs them.
struct QueryTests {
  private static let patient = """
    {
      "layout": "stardose-patient/1",
      "id": "P1",
      "facts": { "sex": "female", "ageYears": 70 },
      "medications": ["metoprolol 50 mg"],
      "genes": [
        { "gene": "CYP2C19", "diplotype": "*2/*2" },
        { "gene": "CYP2D6", "diplotype": "*1/*1" }
      ]
    }
    """

  /// A patient's file in a folder of its own.
  private static func file(
    _ text: String = QueryTests.patient, in folder: borrowing TemporaryFolder
  ) throws -> String {
    let path = folder.file("p.json")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private static func json(_ outcome: Program.Outcome) throws -> Review {
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Review.self, from: Data(outcome.output.utf8))
  }

  private struct Review: Decodable {
    struct Line: Decodable { let text: String }
    struct Answer: Decodable {
      let text: String
      let medicine: String
      let state: String
    }
    struct Facts: Decodable {
      let eGFR: Double?
      let smoking: String?
      let ageYears: Int?
    }
    let facts: Facts
    let answers: [Answer]
    let notRecognised: [Line]
    let remarks: [String]
  }

  @Test func `brands and slips are understood, and a stranger is shown first and not dropped`()
    throws
  {
    let folder = try TemporaryFolder()
    let arguments = [
      "query", "--patient", try Self.file(in: folder), "--medications",
      "Plavix 75 mg, omeprazol 20 mg, xyzzyqqq",
    ]
    let review = try Self.json(Program.run(arguments + ["--format", "json"]))
    #expect(Set(review.answers.map(\.medicine)) == ["clopidogrel", "omeprazole"])
    #expect(review.notRecognised.map(\.text) == ["xyzzyqqq"])
    let text = try Program.run(arguments)
    #expect(text.status == 0)
    let stranger = try #require(text.output.range(of: "'xyzzyqqq'"))
    let answer = try #require(text.output.range(of: "CLOPIDOGREL"))
    #expect(stranger.lowerBound < answer.lowerBound)
  }

  @Test func `options stand over the file's facts, and the file's list is not lost unsaid`() throws
  {
    let folder = try TemporaryFolder()
    let review = try Self.json(
      Program.run([
        "query", "--patient", try Self.file(in: folder), "--medications", "clopidogrel", "--egfr",
        "45", "--smoker", "--age", "71", "--format", "json",
      ]))
    #expect(review.facts.eGFR == 45)
    #expect(review.facts.smoking == "current")
    #expect(review.facts.ageYears == 71)
    #expect(
      review.remarks == [
        "the list of the patient's file (metoprolol 50 mg) is not used, as --medications gives the "
          + "whole list; name there what is still taken"
      ])
  }

  @Test func `a file's own list is reviewed, the most urgent first`() throws {
    let folder = try TemporaryFolder()
    let patient = Self.patient.replacing(
      "\"metoprolol 50 mg\"", with: "\"metoprolol 50 mg\", \"clopidogrel\"")
    let review = try Self.json(
      Program.run(["query", "--patient", try Self.file(patient, in: folder), "--format", "json"]))
    #expect(review.answers.map(\.medicine) == ["clopidogrel", "metoprolol"])
  }

  @Test func `a result of call is a patient`() throws {
    let folder = try TemporaryFolder()
    let sample = Program.samples.appendingPathComponent("stent-clopidogrel")
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: sample.path).first { $0.hasSuffix(".vcf") })
    let path = folder.file("call.json")
    let call = try Program.run([
      "call", sample.appendingPathComponent(name).path, "--format", "json", "--quiet", "--output",
      path,
    ])
    try #require(call.status == 0, "\(call.errors)")
    let arguments = ["query", "--medications", "clopidogrel", "--format", "json", "--patient"]
    let alone = try Self.json(Program.run(arguments + [path]))
    #expect(alone.answers.map(\.state) != ["notAssessed"])
    let naming = """
      { "layout": "stardose-patient/1", "id": "P2", "report": "call.json" }
      """
    let named = try Self.json(Program.run(arguments + [try Self.file(naming, in: folder)]))
    #expect(named.answers.map(\.state) == alone.answers.map(\.state))
  }

  @Test func `a gene that was not tested is not assessed`() throws {
    let review = try Self.json(
      Program.run(["query", "--medications", "carbamazepine", "--format", "json"]))
    #expect(review.answers.map(\.state) == ["notAssessed"])
  }

  @Test(
    arguments: [
      (
        ["query"], 2,
        "stardose: the medication list is empty; name the medicines with --medications"
      ),
      (["query", "--medications", " , ,"], 2, "stardose: the medication list is empty"),
      (
        ["query", "--medications", "codeine", "--age", "200"], 2,
        "stardose: the age is 200 years, and possible are 0 to 120 years; check number and unit"
      ),
      (
        ["query", "--medications", "codeine", "--sex", "male", "--pregnant"], 2,
        "stardose: the patient is stated to be male and pregnant; correct one"
      ),
      (
        ["query", "--medications", "codeine", "--stop", "warfarin"], 2,
        "stardose: --stop 'warfarin' is not on the medication list; name a medicine that is"
      ),
      (
        ["query", "--medications", "codeine", "--what-if", "flying"], 2,
        "stardose: --what-if 'flying' is no fact that can be changed; 'stardose help query' lists them"
      ),
      (
        ["query", "--medications", "codeine", "--indication", "clopidogrel"], 2,
        "stardose: --indication is 'clopidogrel'; write the medicine, '=' and what it is given for"
      ),
      (["query", "--patient", "no-such-file", "-m", "codeine"], 3, "stardose: no-such-file: "),
      (
        ["query", "--patient", "Package.swift", "-m", "codeine"], 3,
        "stardose: Package.swift: the file is no patient; give a document of layout "
      ),
      (
        ["query", "--patient", "Sources", "-m", "codeine"], 2,
        "stardose: Sources: this is a folder; name the patient's file in it"
      ),
      (
        ["query", "--patient", "vcf-samples/couple/couple.vcf", "-m", "codeine"], 3,
        "stardose: vcf-samples/couple/couple.vcf: the file is a VCF, which states no results; run "
      ),
      (["replay", "no-such-file"], 3, "stardose: no-such-file: "),
    ] as [([String], Int32, String)])
  func `what makes no sense is refused in one sentence`(
    _ arguments: [String], _ status: Int32, _ sentence: String
  ) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.output == "")
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix(sentence), "\(outcome.errors)")
  }

  @Test func `an unknown key in a patient's file is named with its line`() throws {
    let folder = try TemporaryFolder()
    let path = try Self.file(
      Self.patient.replacing("\"ageYears\"", with: "\"age\""), in: folder)
    let outcome = try Program.run(["query", "--patient", path])
    #expect(outcome.status == 3)
    #expect(
      outcome.errors
        == "stardose: \(path), line 4: facts has no key 'age'; it has 'ageYears'; "
        + "correct the key or take it out\n")
  }
}
