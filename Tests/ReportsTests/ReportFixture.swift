import Evidence
import Genome
import Guidance
import GuidanceFixtures
import Knowledge
import Reports
import StarAlleles

/// A sample with an answer in each of the five states.
enum ReportFixture {
  static let provenance = ReportProvenance(
    engine: "stardose 0.1.0", knowledgeIdentity: "0123456789ab", knowledgeVersion: "2025-11-05",
    sources: [
      SourceReference(
        name: "CPIC", version: "2025-11-05", licence: "CC0-1.0", url: "https://cpicpgx.org",
        attribution: "CPIC facts.")
    ],
    inputName: "sample.vcf", assembly: .grch38, assemblyBasis: "recognised from the header",
    options: ["--absent-is-reference"], notes: ["one note"],
    drugNames: ["prasugrel": "prasugrel", "voriconazole": "voriconazole"])

  static let drugs: [Drug] = [
    drug("codeine", "Poor Metabolizer", .avoid, consider: false),
    Fixture.drug(
      "clopidogrel",
      [
        Fixture.guideline(
          "CPIC", ["CYP2C19"],
          [
            Fixture.rule(
              "cpic-clopidogrel-01", [Fixture.when("CYP2C19", "Poor Metabolizer")],
              .useAlternative, alternatives: ["prasugrel", "voriconazole"],
              implications: [
                Implication(gene: "CYP2C19", effect: .muchLowerActiveMetabolite),
                Implication(gene: "CYP2C19", effect: .higherRisk),
              ], strength: "Strong")
          ]),
        Fixture.guideline(
          "DPWG", ["CYP2C19"],
          [
            Fixture.rule(
              "dpwg-clopidogrel-01", [Fixture.when("CYP2C19", "Poor Metabolizer")], .monitor,
              doses: [Fixture.dose(.start, .amount, 600, nil, "mg")], monitoring: [.response])
          ]),
      ]),
    drug("voriconazole", "Poor Metabolizer", .monitor, consider: false),
    drug("omeprazole", "Poor Metabolizer", .standard, consider: false),
    Fixture.drug(
      "carbamazepine",
      [
        Fixture.guideline(
          "CPIC", ["HLA-B"],
          [Fixture.rule("cpic-cbz-01", [Fixture.when("HLA-B", "*15:02 positive")], .avoid)])
      ]),
  ]

  private static func drug(
    _ name: String, _ phenotype: String, _ action: Action, consider: Bool
  ) -> Drug {
    Fixture.drug(
      name,
      [
        Fixture.guideline(
          "CPIC", ["CYP2C19"],
          [
            Fixture.rule(
              "cpic-\(name)-01", [Fixture.when("CYP2C19", phenotype)], action, consider: consider,
              strength: "Strong")
          ])
      ])
  }

  static func trace(filters: [String] = []) throws -> RecordTrace {
    let position = try Position(94_781_859).unwrapped()
    return RecordTrace(
      ordinal: 7, contigName: "chr10", position: position, reference: "G", alternates: "A",
      genotype: Genotype(alleles: [1, 1], isPhased: false), depth: 31, alleleDepths: [0, 31],
      genotypeQuality: 99, phaseSet: nil, filters: filters)
  }

  /// Thirty reads, eighteen of them with the position's second allele.
  static var support: ReadSupport {
    var support = ReadSupport()
    support.depth = 30
    support.alleles = [
      .init(allele: .documented(0), forward: 7, reverse: 5),
      .init(allele: .documented(1), forward: 10, reverse: 8),
    ]
    support.uninformative = 2
    support.setAside = 3
    support.meanBaseQuality = 34
    support.meanMappingQuality = 60
    support.confidence = 99
    support.likeliest = [.documented(0), .documented(1)]
    return support
  }

  /// The input of a person whose evidence comes from reads.
  static func readInput() throws -> ReportInput {
    var call = Fixture.call("CYP2C19", ["*2/*17"], missing: [])
    call.evidence = [
      .observed(
        Observation(
          alleles: [.documented(0), .documented(1)], phase: .phaseSet(5), basis: .reads(support))),
      .observed(
        Observation(
          alleles: [.documented(1), .documented(0)], phase: .phaseSet(5),
          basis: .recordAndReads(try trace(), support))),
    ]
    let link = ReadPhase.Link(
      first: 0, second: 1, agreeing: 12, disagreeing: 1, confidence: 90)
    call.readPhase = ReadPhase(
      sets: [.init(number: 5, positions: [0, 1])], links: [link],
      gaps: [.init(first: 0, second: 1, distance: 800)], contradictions: [link])
    var unclear = Fixture.call("IFNL3", [], missing: [0])
    unclear.status = .notCalled(.requiredPositionMissing([0]))
    unclear.evidence = [.noData(.reads(.unclear, support))]
    let results = Fixture.results([call, unclear])
    return ReportInput(
      sampleID: "S1", genes: results,
      drugs: GuidanceMatcher(results: results).guidance(for: drugs), provenance: provenance)
  }

  static func input(sampleID: String = "S1", drugs: [Drug] = drugs) throws -> ReportInput {
    var call = Fixture.call("CYP2C19", ["*2/*2"], missing: [0])
    call.evidence = [
      .noData(.absent),
      .observed(
        Observation(
          alleles: [.documented(1), .documented(1)], phase: .unphased, basis: .record(try trace()))
      ),
    ]
    let calls = [
      call, GeneCall(gene: "HLA-B", status: .notCalled(.needsOutsideCall)),
      Fixture.call("IFNL3", ["rs12979860 reference (C)/rs12979860 variant (T)"]),
    ]
    let results = Fixture.results(calls, outside: [Fixture.outside("CYP2D6", "*1/*36 + *10")])
    return ReportInput(
      sampleID: sampleID, genes: results,
      drugs: GuidanceMatcher(results: results).guidance(for: drugs), provenance: provenance)
  }
}

struct Missing: Error {}

extension Optional {
  func unwrapped() throws -> Wrapped {
    guard let self else { throw Missing() }
    return self
  }
}
