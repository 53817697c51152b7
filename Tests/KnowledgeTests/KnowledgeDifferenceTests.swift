import Genome
import Testing

@testable import Knowledge

struct KnowledgeDifferenceTests {
  private func content(
    _ genes: [Gene] = [], _ drugs: [Drug] = [], sources: [SourceReference] = []
  ) -> KnowledgeContent {
    KnowledgeContent(genes: genes, drugs: drugs, sources: sources)
  }

  private func geneChange(_ edit: (inout Gene) throws -> Void) throws -> KnowledgeChange? {
    var gene = try sampleGene()
    try edit(&gene)
    let difference = KnowledgeDifference(
      from: content([try sampleGene()]), to: content([gene]))
    return difference.sections[1].changes.first
  }

  private func ruleChange(_ edit: (inout GuidanceRule) -> Void) -> KnowledgeChange? {
    var drug = sampleDrug()
    edit(&drug.guidelines[0].rules[0])
    let difference = KnowledgeDifference(from: content([], [sampleDrug()]), to: content([], [drug]))
    return difference.sections[2].changes.first?.parts.first?.parts.first
  }

  private func fields(_ change: KnowledgeChange?) -> [String] {
    (change?.fields ?? []).map { "\($0.label): \($0.old ?? "-") > \($0.new ?? "-")" }
  }

  @Test func `nothing differs between a knowledge base and itself`() throws {
    let one = content([try sampleGene()], [sampleDrug()])
    let difference = KnowledgeDifference(from: one, to: one)
    #expect(difference.isEmpty)
    #expect(difference.sections.prefix(3).map(\.title) == ["sources", "genes", "drugs"])
    #expect(difference.redefinedGenes.isEmpty)
  }

  @Test func `a gene or drug that only one has is added or removed`() throws {
    let one = content([try sampleGene("GENE1")], [sampleDrug("a")])
    let other = content([try sampleGene("GENE2")], [sampleDrug("b")])
    let difference = KnowledgeDifference(from: one, to: other)
    #expect(difference.sections[1].changes.map(\.kind) == [.removed, .added])
    #expect(difference.sections[1].changes.map(\.name) == ["GENE1", "GENE2"])
    #expect(difference.sections[1].changes.map(\.summary)[1] == "2 haplotypes, 2 positions")
    #expect(difference.sections[2].changes.map(\.name) == ["a", "b"])
    #expect(difference.count(of: "drug", .added) == 1)
  }

  @Test func `the edition of a source is told`() {
    let source = SourceReference(name: "S", version: "1", licence: "CC0-1.0")
    var newer = source
    newer.version = "2"
    let difference = KnowledgeDifference(
      from: content(sources: [source]), to: content(sources: [newer]))
    #expect(fields(difference.sections[0].changes.first) == ["edition: 1 > 2"])
    #expect(difference.sections[0].changes.first?.name == "S (CC0-1.0)")
  }

  @Test func `an allele's function, activity and cells are told by name`() throws {
    let change = try geneChange { gene in
      gene.alleles[1].function = "No function"
      gene.alleles[1].activity = ActivityScore("0.0")
      gene.alleles[1].cells = [.init(position: 1, accepted: 2)]
    }
    let allele = try #require(change?.parts.first)
    #expect(allele.subject == "allele")
    #expect(allele.name == "*2")
    #expect(
      fields(allele) == [
        "function: - > No function", "activity: - > 0.0", "rs1: T > -", "g.201_202del: - > C",
      ])
  }

  @Test func `a position put before others changes nothing but itself`() throws {
    let change = try geneChange { gene in
      let first = DefiningPosition(
        id: "rs0", rsid: nil, hgvs: "", alleles: ["A", "G"],
        grch38: .init(position: try position(50), referenceIndex: 0), grch37: nil, role: .defining)
      gene.positions.insert(first, at: 0)
      for index in gene.alleles.indices {
        gene.alleles[index].cells = gene.alleles[index].cells.map {
          .init(position: $0.position + 1, accepted: $0.accepted)
        }
      }
      gene.calling.requiredPositions = [1]
      gene.calling.tierOnePositions = [1, 2]
      gene.calling.fallback?.position = 1
      gene.calling.linkedPair = .init(causal: 1, tag: 2, both: "*2", causalOnly: "*1")
    }
    #expect(change?.fields.isEmpty == true)
    #expect(change?.parts.map(\.name) == ["rs0"])
    #expect(change?.parts.first?.summary == "A/G at 50")
  }

  @Test func `calling and phenotype rules are told in words`() throws {
    let change = try geneChange { gene in
      gene.calling.requiredPositions = []
      gene.calling.fallback?.haplotypes = ["*1", "*1"]
      gene.phenotyping = .activityScore([
        .init(range: ScoreRange(lowest: 0, highest: 50), phenotype: "Poor"),
        .init(range: ScoreRange(lowest: 100, highest: nil), phenotype: "Normal"),
      ])
    }
    #expect(change?.parts.map(\.subject) == ["calling", "phenotype"])
    #expect(
      fields(change?.parts.first) == [
        "requiredPositions: rs1 > -",
        "fallback: rs1: C means *1, T means *2 > rs1: C means *1, T means *1",
      ])
    #expect(
      fields(change?.parts.last) == [
        "decided by: allele functions > activity score",
        "No function + Normal function: Intermediate > -", "Poor: - > score 0.0 to 0.5",
        "Normal: - > score 1.0 and more",
      ])
  }

  @Test func `a gene is redefined by its cells but not by a function or a caveat`() throws {
    func redefined(_ edit: (inout Gene) -> Void) throws -> [String] {
      var gene = try sampleGene()
      edit(&gene)
      return KnowledgeDifference(from: content([try sampleGene()]), to: content([gene]))
        .redefinedGenes
    }
    #expect(try redefined { $0.alleles[1].function = "other" } == [])
    #expect(try redefined { $0.calling.caveat = "other" } == [])
    #expect(try redefined { $0.alleles[1].cells = [] } == ["GENE1"])
    #expect(try redefined { $0.calling.requiredPositions = [] } == ["GENE1"])
  }

  @Test func `a guideline's new version is told`() {
    var drug = sampleDrug()
    drug.guidelines[0].version = "2026-01-01"
    let difference = KnowledgeDifference(from: content([], [sampleDrug()]), to: content([], [drug]))
    let guideline = difference.sections[2].changes.first?.parts.first
    #expect(guideline?.name == "CPIC G1")
    #expect(fields(guideline) == ["version: 2025-01-02 > 2026-01-01"])
  }

  @Test func `a rule's values are told field by field`() {
    let change = ruleChange { rule in
      rule.action = .avoid
      rule.isConsideration = false
      rule.doses = []
      rule.strength = "Moderate"
    }
    #expect(
      fields(change) == [
        "action: reduceDose > avoid", "consider: yes > -",
        "doses: start percentOfUsual 50.0 to 75.5; amount 0.1 mg/day > -",
        "strength: Strong > Moderate",
      ])
  }

  @Test func `a rule's number and place mean nothing`() {
    var drug = sampleDrug()
    var second = drug.guidelines[0].rules[0]
    second.population = "adult"
    second.sourceRows = ["row-3"]
    drug.guidelines[0].rules.append(second)
    var turned = drug
    turned.guidelines[0].rules.reverse()
    turned.guidelines[0].rules[0].id = "rule-9"
    #expect(KnowledgeDifference(from: content([], [drug]), to: content([], [turned])).isEmpty)
  }

  @Test func `a rule for another condition is the same rule if it stands for the same row`() {
    let change = ruleChange { rule in
      rule.conditions = [.init(gene: "GENE1", requirement: .phenotypes(["Poor"]))]
      rule.sourceRows = ["row-2"]
    }
    #expect(change?.kind == .changed)
    #expect(
      fields(change) == [
        "when: GENE1 Poor or Intermediate; GENE2 score 0.25 and more; GENE3 without an activity score; "
          + "GENE4 *1/*2; GENE5 carrying *2 > GENE1 Poor",
        "rows: row-1, row-2 > row-2",
      ])
  }

  @Test func `a rule for another condition and row is another rule`() {
    var drug = sampleDrug()
    drug.guidelines[0].rules[0].conditions.removeLast()
    drug.guidelines[0].rules[0].sourceRows = ["row-9"]
    let difference = KnowledgeDifference(from: content([], [sampleDrug()]), to: content([], [drug]))
    let rules = difference.sections[2].changes.first?.parts.first?.parts
    #expect(rules?.map(\.kind) == [.removed, .added])
    #expect(difference.count(of: "rule", .added) == 1)
  }

  // MARK: Medicines, factors, risks, frequencies

  private let factor = PatientFactor(
    id: "factor", factor: .smoking, medicines: ["samplamine"],
    threshold: .init(measure: .cigarettesPerDay, bounds: .init(from: 10, below: nil), unit: ""),
    mechanism: "induction", direction: .exposureDown, fold: .init(low: 1.5, high: 2),
    severity: .major, action: .increaseDose, isContraindicated: false, doses: [], monitoring: [],
    alternatives: [], remark: nil, sources: [])
  private let risk = SideEffectRisk(
    id: "rash", topic: "GENE1", medicines: ["samplamine"], reaction: "rash", severity: .severe,
    conditions: [], unassessed: nil, riskClass: .high, action: nil, isContraindicated: false,
    monitoring: [], onset: nil,
    estimates: [
      RiskEstimate(
        measure: .oddsRatio, value: 3, interval: .init(low: 2, high: 5), population: "adults",
        source: "paper", basis: .published)
    ], remark: nil, sources: [])

  @Test func `a medicine's role, a factor, a risk's figure and a frequency are told`() {
    var medicine = Medicine(id: "m", name: "m")
    medicine.roles = [
      ProteinRole(protein: "P1", role: .inhibitor, strength: .weak, support: 1, sources: ["label"])
    ]
    let share = GeneFrequencies.Frequency(name: "*2", population: "East", share: 0.25)
    let old = KnowledgeContent(
      medicines: [medicine], factors: [factor], risks: [risk],
      frequencies: [GeneFrequencies(gene: "GENE1", alleles: [share])])
    var new = old
    new.medicines[0].roles[0].strength = .strong
    new.factors[0].threshold?.bounds.from = 20
    new.risks[0].estimates[0].value = 4
    new.frequencies[0].alleles[0].share = 0.5
    new.pairs = [GuidelinePair(source: "CPIC", drug: "m", guideline: "G1")]
    let sections = KnowledgeDifference(from: old, to: new).sections.dropFirst(3)
    #expect(
      sections.flatMap(\.changes).flatMap(fields) == [
        "P1 inhibitor: weak, label (1) > strong, label (1)",
        "threshold: cigarettesPerDay from 10.0 > cigarettesPerDay from 20.0",
        "oddsRatio in adults: 3.0 (2.0 to 5.0) paper, published > 4.0 (2.0 to 5.0) paper, published",
        "*2: East 0.25 > East 0.5",
      ])
    #expect(sections.last?.changes.map(\.name) == ["CPIC G1 m"])
  }

  @Test func `of a medicine with guidance only the roles are told beside the drug`() {
    let drug = sampleDrug()
    var old = KnowledgeContent(drugs: [drug], medicines: [drug.medicine])
    old.medicines[0].roles = [
      ProteinRole(protein: "P1", role: .substrate, strength: .unstated, support: 2, sources: [])
    ]
    var new = old
    new.drugs[0].brands = ["Other"]
    new.medicines[0].brands = ["Other"]
    let difference = KnowledgeDifference(from: old, to: new)
    #expect(fields(difference.sections[2].changes.first) == ["brands: Sampla > Other"])
    #expect(difference.sections[3].changes.isEmpty)
  }

  // MARK: Completeness

  @Test func `a value that no line of a table covers is compared all the same`() {
    struct Thing {
      var name: String
      var weight: Int
    }
    let table = Comparison<Thing>(
      subject: "thing", name: \.name, summary: \.name, fields: [], others: ["name"])
    let change = table.change(from: Thing(name: "a", weight: 1), to: Thing(name: "a", weight: 2))
    #expect(fields(change) == ["weight: 1 > 2"])
  }

  @Test func `every stored value has a line in its table`() throws {
    func unlisted<Value>(_ table: Comparison<Value>, _ value: Any) -> Set<String> {
      Set(Mirror(reflecting: value).children.compactMap(\.label))
        .subtracting(table.fields.map(\.property)).subtracting(table.parts.map(\.property))
        .subtracting(table.others)
    }
    let (gene, drug) = (try sampleGene(), sampleDrug())
    #expect(unlisted(.sources, gene.sources[0]).isEmpty)
    #expect(unlisted(.geneSources, gene.sources[0]).isEmpty)
    #expect(unlisted(.genes, gene).isEmpty)
    #expect(unlisted(.positions, gene.positions[0]).isEmpty)
    #expect(unlisted(.alleles, gene.alleles[0]).isEmpty)
    #expect(unlisted(.calling, gene.calling).isEmpty)
    #expect(unlisted(.drugs, drug).isEmpty)
    #expect(unlisted(.guidelines, drug.guidelines[0]).isEmpty)
    #expect(unlisted(.rules, drug.guidelines[0].rules[0]).isEmpty)
    #expect(unlisted(.medicines, drug.medicine).isEmpty)
    #expect(unlisted(.factors, factor).isEmpty)
    #expect(unlisted(.risks, risk).isEmpty)
    #expect(unlisted(.frequencies, GeneFrequencies(gene: "GENE1")).isEmpty)
    let pair = GuidelinePair(source: "CPIC", drug: "samplamine", guideline: "G1")
    #expect(unlisted(.pairs, pair).isEmpty)
  }
}
