import Genome
import Guidance
import Knowledge
import StarAlleles
import Testing

struct AmbiguityTests {
  /// Alleles at two positions, 100 bases apart; `variants` are the positions, from 0, that carry G.
  private func gene(
    _ phenotyping: Phenotyping,
    functions: [String: String] = [:], activities: [String: String] = [:],
    calling: CallingRules = CallingRules(method: .diplotype)
  ) throws -> Gene {
    let positions = try (0..<2).map { index in
      DefiningPosition(
        id: "rs\(index + 1)", rsid: nil, hgvs: "", alleles: ["A", "G"],
        grch38: .init(position: try #require(Position(1000 + 100 * index)), referenceIndex: 0),
        grch37: nil, role: .defining)
    }
    let named: [(String, [Int])] = [("*1", []), ("*2", [0]), ("*3", [1]), ("*4", [0, 1])]
    let alleles = named.map { name, variants in
      NamedAllele(
        name: name, function: functions[name],
        activity: activities[name].flatMap(ActivityScore.init),
        cells: name == "*1"
          ? [0, 1].map { .init(position: $0, accepted: 1) }
          : variants.map { .init(position: $0, accepted: 2) })
    }
    return Gene(
      symbol: "TOY", contig: Contig(name: "1"), inheritance: .autosomal, positions: positions,
      alleles: alleles, calling: calling, phenotyping: phenotyping, sources: [])
  }

  private let pairs = Phenotyping.functionPair([
    .init(functions: ["full", "full"], phenotype: "Normal"),
    .init(functions: ["full", "none"], phenotype: "Intermediate"),
    .init(functions: ["none", "none"], phenotype: "Poor"),
  ])
  private let losses = ["*1": "full", "*2": "none", "*3": "none", "*4": "none"]

  @Test func `two diplotypes with one genotype and two phenotypes are ambiguous`() throws {
    let found = AmbiguityFinder.ambiguities(of: try gene(pairs, functions: losses))
    let ambiguity = try #require(found.ambiguities.first)
    #expect(found.ambiguities.count == 1)
    #expect(found.nameOnly.isEmpty)
    #expect((found.haplotypeCount, found.diplotypeCount) == (4, 10))
    #expect(ambiguity.difference == .phenotype)
    #expect(ambiguity.readings.map(\.diplotype.description) == ["*1/*4", "*2/*3"])
    #expect(ambiguity.readings.map(\.lookup.phenotype) == ["Intermediate", "Poor"])
    #expect(ambiguity.readings.map(\.isFirst) == [true, false])
    #expect(ambiguity.phase == .between([0, 1]))
    #expect(!ambiguity.isPrioritised)
  }

  @Test func `diplotypes that mean the same differ in name only`() throws {
    let functions = ["*1": "full", "*2": "none", "*3": "full", "*4": "none"]
    let found = AmbiguityFinder.ambiguities(of: try gene(pairs, functions: functions))
    #expect(found.ambiguities.isEmpty)
    #expect(found.nameOnly.map(\.difference) == [.name])
    #expect(found.nameOnly.map(\.phase) == [.between([0, 1])])
  }

  @Test func `scores count where the phenotype is the same`() throws {
    let scores = Phenotyping.activityScore([
      .init(range: ScoreRange(lowest: 0, highest: nil), phenotype: "Any")
    ])
    let found = AmbiguityFinder.ambiguities(
      of: try gene(
        scores, activities: ["*1": "1.0", "*2": "0.5", "*3": "0.5", "*4": "0.5"]))
    #expect(found.ambiguities.map(\.difference) == [.activityScore])
  }

  @Test func `the diplotype counts where the gene has no phenotype`() throws {
    let found = AmbiguityFinder.ambiguities(of: try gene(.diplotype))
    #expect(found.ambiguities.map(\.difference) == [.diplotype])
  }

  @Test func `the priority list's choice comes first and is marked`() throws {
    let calling = CallingRules(method: .diplotype, unphasedPriorities: [["*2/*3", "*1/*4"]])
    let found = AmbiguityFinder.ambiguities(
      of: try gene(pairs, functions: losses, calling: calling))
    let ambiguity = try #require(found.ambiguities.first)
    #expect(ambiguity.readings.map(\.diplotype.description) == ["*2/*3", "*1/*4"])
    #expect(ambiguity.readings.map(\.isFirst) == [true, false])
    #expect(ambiguity.isPrioritised)
  }

  @Test func `a gene whose structure matters keeps its caveat`() throws {
    let calling = CallingRules(method: .structural, caveat: "copies do not show")
    let found = AmbiguityFinder.ambiguities(
      of: try gene(pairs, functions: losses, calling: calling))
    #expect(found.ambiguities.count == 1)
    #expect(found.caveat == "copies do not show")
  }

  @Test(arguments: [
    (CallingRules.Method.lowestFunction, "presumed to lie on different chromosomes"),
    (.outsideOnly, "no position defines its haplotypes"),
    (.variants, "it has no named haplotypes"),
  ])
  func `a gene without named pairs is not applicable, and why is said`(
    _ method: CallingRules.Method, _ reason: String
  ) throws {
    let found = AmbiguityFinder.ambiguities(
      of: try gene(pairs, functions: losses, calling: CallingRules(method: method)))
    #expect(found.ambiguities.isEmpty)
    #expect(found.exemption?.contains(reason) == true)
  }
}
