import Foundation
import Genome
import Knowledge
import KnowledgeCompiler
import Testing

struct CompilationTests {
  @Test func `the sound knowledge base has no errors and no notes`() throws {
    let folder = try FixtureFolder()
    #expect(folder.errors == [])
    #expect(folder.notes == [])
  }

  @Test func `what was compiled opens with the same content`() throws {
    let folder = try FixtureFolder()
    let summary = try KnowledgeCompilation.compile(directory: folder.path, output: folder.output)
    let content = try KnowledgeCompilation.load(directory: folder.path)
    let knowledge = try KnowledgeBase(path: folder.output)
    #expect(try knowledge.content() == content)
    #expect(knowledge.identity == summary.identity)
    #expect(knowledge.identity.count == 12)
    #expect(knowledge.version == "2025-01-03")
    #expect(summary.version == "2025-01-03")
    #expect(summary.content == content)
    #expect(summary.alleleCount == 7)
    #expect(summary.ruleCount == 8)
    #expect(summary.notes == [])
  }

  @Test func `every field of a gene is read`() throws {
    let folder = try FixtureFolder()
    let genes = try KnowledgeCompilation.load(directory: folder.path).genes
    let gene = try #require(genes.first)
    #expect(gene.symbol == "ALPHA")
    #expect(gene.contig == Contig(name: "chr10"))
    #expect(gene.positions.map(\.id) == ["rs1", "rs2", "rs3"])
    #expect(gene.positions[0].rsid == "rs1")
    #expect(gene.positions[0].grch37?.referenceIndex == 1)
    #expect(gene.positions[1].grch38.context?.bases == "GCATATATG")
    #expect(gene.positions[1].grch37?.context?.start == Position(1199))
    #expect(gene.positions[2].grch37 == nil)
    #expect(gene.positions[2].role == .extra)
    #expect(
      gene.alleles[3].cells == [.init(position: 0, accepted: 3), .init(position: 2, accepted: 2)])
    #expect(gene.alleles[4].reportedAs == "*2")
    #expect(
      gene.calling
        == CallingRules(
          method: .diplotype, requiredPositions: [0], undocumentedCountsAsReference: true,
          unphasedPriorities: [["*1/*2", "*1/*3"]],
          fallback: .init(position: 0, haplotypes: ["*1", "*2"]),
          linkedPair: .init(causal: 0, tag: 1, both: "*2", causalOnly: "*3"),
          tierOnePositions: [0, 1], copyNumberCaps: ["*1": 3], caveat: "a sample"))
    #expect(
      genes[1].phenotyping
        == .activityScore([
          .init(range: .init(lowest: 0, highest: 50), phenotype: "Poor"),
          .init(range: .init(lowest: 100, highest: 150), phenotype: "Intermediate"),
          .init(range: .init(lowest: 200, highest: nil), phenotype: "Normal"),
        ]))
    #expect(genes[2].phenotyping == .watchedAlleles(["*57:01"]))
  }

  @Test func `every field of a rule is read`() throws {
    let folder = try FixtureFolder()
    let drugs = try KnowledgeCompilation.load(directory: folder.path).drugs
    let rules = try #require(drugs.first?.guidelines.first?.rules)
    #expect(
      rules[0]
        == GuidanceRule(
          id: "r1", conditions: [.init(gene: "ALPHA", requirement: .phenotypes(["Poor"]))],
          population: "child", action: .useAlternative, isConsideration: true,
          alsoActions: [.reduceDose],
          doses: [
            .init(phase: .start, quantity: .percentReduction, low: 25, high: 50, unit: ""),
            .init(phase: .any, quantity: .amount, low: 5, high: nil, unit: "mg/day"),
          ],
          alternatives: ["otheramine"], alternativeKind: "a weaker one",
          excludedAlternatives: ["thirdamine"], monitoring: [.drugLevel],
          implications: [
            .init(gene: "ALPHA", effect: .higherExposure), .init(gene: "", effect: .higherRisk),
          ], remark: "only a sample", strength: "Strong", sourceRows: ["row-1"]))
    #expect(rules[1].population == "general")
    #expect(
      rules[2].conditions[0].requirement
        == .scores([.init(lowest: 0, highest: 0), .init(lowest: 25, highest: 50)]))
    #expect(rules[3].conditions[0].requirement == .scores([.init(lowest: 200, highest: nil)]))
    #expect(rules[4].conditions.map(\.gene) == ["ALPHA", "BETA"])
    #expect(rules[4].conditions[1].requirement == .noScore)
    #expect(rules[6].conditions[0].requirement == .diplotypes(["*1/*2"]))
    #expect(
      rules[7].audience
        == Audience(
          ageGroup: .child, ageYears: .init(from: 0, below: 12),
          weightKg: .init(from: 40, below: nil), indication: "sampling"))
    #expect(rules[7].isContraindicated)
    #expect(rules[7].titration == [.startLow, .byDrugLevel])
    #expect(rules[7].tests == [.enzymeActivity])
  }

  @Test func `the same text gives the same bytes`() throws {
    let (first, second) = (try FixtureFolder(), try FixtureFolder())
    for folder in [first, second] {
      _ = try KnowledgeCompilation.compile(directory: folder.path, output: folder.output)
    }
    let bytes = { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(try bytes(first.output) == bytes(second.output))
  }

  @Test func `a changed fact changes the identity`() throws {
    let folder = try FixtureFolder()
    let before = try KnowledgeCompilation.compile(directory: folder.path, output: folder.output)
    try folder.replace("high: 50", by: "high: 55", in: "drugs/samplamine.yaml")
    let after = try KnowledgeCompilation.compile(directory: folder.path, output: folder.output)
    #expect(before.identity != after.identity)
  }

  @Test func `a dose with no lower end says less than`() throws {
    let folder = try FixtureFolder()
    try folder.replace("low: 25, high: 50", by: "low: 0, high: 50", in: "drugs/samplamine.yaml")
    #expect(folder.errors == [])
  }

  @Test func `all errors are told at once, and nothing is written`() throws {
    let folder = try FixtureFolder()
    try folder.replace("role: extra", by: "role: spare", in: "genes/ALPHA.yaml")
    try folder.replace("action: monitor", by: "action: hope", in: "drugs/samplamine.yaml")
    let error = try #require(throws: CurationError.self) {
      try KnowledgeCompilation.compile(directory: folder.path, output: folder.output)
    }
    #expect(error.findings.map(\.file) == ["drugs/samplamine.yaml", "genes/ALPHA.yaml"])
    #expect(error.description.hasSuffix("\n2 errors in the knowledge base; nothing was written"))
    #expect(!FileManager.default.fileExists(atPath: folder.output))
  }
}
