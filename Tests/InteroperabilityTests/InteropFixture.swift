import Evidence
import Genome
import Guidance
import GuidanceFixtures
import MappedIndex
import Reports
import StarAlleles
import TestSupport
import Testing

@testable import Knowledge

/// A small knowledge base in a file, and a patient with an answer in several states.
struct InteropFixture {
  let knowledge: KnowledgeBase
  private let folder: TemporaryFolder

  static let clopidogrel = "32968"

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.file("knowledge.stardose")
    let file = KnowledgeFile(
      KnowledgeContent(
        genes: FixtureGenes.all, drugs: Self.drugs, medicines: Self.drugs.map(\.medicine)))
    try AtomicFile.write(
      file.fileBytes(identity: "0123456789ab", version: "2025-11-05"), to: path)
    knowledge = try KnowledgeBase(path: path)
  }

  static let drugs: [Drug] = [
    drug(
      "clopidogrel", clopidogrel,
      Fixture.guideline(
        "CPIC", ["CYP2C19"],
        [
          Fixture.rule(
            "cpic-clopidogrel-01", [Fixture.when("CYP2C19", "Poor Metabolizer")], .avoid,
            also: [.useAlternative], strength: "Strong"),
          Fixture.rule(
            "cpic-clopidogrel-02", [Fixture.when("CYP2C19", "Normal Metabolizer")], .standard,
            strength: "Strong"),
        ])),
    drug(
      "omeprazole", "7646",
      Fixture.guideline(
        "CPIC", ["CYP2C19"],
        [
          Fixture.rule(
            "cpic-omeprazole-01",
            [Fixture.when("CYP2C19", "Poor Metabolizer", "Normal Metabolizer")], .standard)
        ])),
    drug(
      "voriconazole", "121243",
      Fixture.guideline(
        "CPIC", ["CYP2C19"],
        [
          Fixture.rule(
            "cpic-voriconazole-01", [Fixture.when("CYP2C19", "Poor Metabolizer")], .reduceDose,
            strength: "Moderate")
        ])),
    drug(
      "carbamazepine", "2002",
      Fixture.guideline(
        "CPIC", ["HLA-B"],
        [Fixture.rule("cpic-cbz-01", [Fixture.when("HLA-B", "*15:02 positive")], .avoid)])),
  ]

  private static func drug(_ name: String, _ rxnorm: String, _ guideline: Guideline) -> Drug {
    var drug = Fixture.drug(name, [guideline])
    drug.rxnorm = rxnorm
    drug.evidence = [
      PairEvidence(gene: "CYP2C19", cpicLevel: "A", clinpgxLevel: "1A", fdaTesting: "")
    ]
    return drug
  }

  /// A poor metaboliser of whom one gene has no call.
  static func report() throws -> ReportInput {
    let position = try #require(Position(94_781_859))
    let trace = RecordTrace(
      ordinal: 7, contigName: "chr10", position: position, reference: "G", alternates: "A",
      genotype: Genotype(alleles: [1, 1], isPhased: false), depth: 31, alleleDepths: [0, 31],
      genotypeQuality: 99, phaseSet: nil, filters: [])
    var call = Fixture.call("CYP2C19", ["*2/*2"], missing: [0])
    call.evidence = [
      .noData(.absent),
      .observed(
        Observation(
          alleles: [.documented(1), .documented(1)], phase: .unphased, basis: .record(trace))),
    ]
    let results = Fixture.results(
      [call, GeneCall(gene: "HLA-B", status: .notCalled(.needsOutsideCall))],
      outside: [Fixture.outside("CYP2D6", "*1/*4")])
    return ReportInput(
      sampleID: "S1", genes: results, drugs: GuidanceMatcher(results: results).guidance(for: drugs),
      provenance: ReportProvenance(
        engine: "stardose 0.1.0", knowledgeIdentity: "0123456789ab",
        knowledgeVersion: "2025-11-05", sources: [], inputName: "sample.vcf", assembly: .grch38))
  }

  static let patient = PatientDocument(
    id: "p1", calls: .stated([StatedGene(gene: "CYP2C19", diplotype: "*2/*2")]))
}

/// JSON bytes as a value.
func json(_ bytes: [UInt8]) throws -> JSONValue {
  try JSONReader.read(try #require(String(validating: bytes, as: UTF8.self)))
}

extension JSONValue {
  /// Whether null, an empty text, list or object stands anywhere but under a name.
  func hasNothing(but name: String = "") -> Bool {
    switch self {
    case .null: true
    case .string(let text): text.isEmpty
    case .array(let elements): elements.isEmpty || elements.contains { $0.hasNothing(but: name) }
    case .object(let members):
      members.isEmpty
        || members.contains { member in
          !(member.name == name && member.value == .array([]))
            && member.value.hasNothing(but: name)
        }
    case .bool, .number: false
    }
  }

  /// The resources of a bundle of one type or profile.
  func resources(_ kind: String) -> [JSONValue] {
    (self["entry"]?.elements ?? []).compactMap { $0["resource"] }.filter { resource in
      resource["resourceType"]?.text == kind
        || resource["meta"]?["profile"]?.elements.first?.text?.hasSuffix("/\(kind)") == true
    }
  }

  /// The value of a path of names.
  subscript(path names: String...) -> JSONValue? {
    names.reduce(Optional(self)) { value, name in
      Int(name).map { index in
        let elements = value?.elements ?? []
        return elements.indices.contains(index) ? elements[index] : nil
      } ?? value?[name]
    }
  }
}
