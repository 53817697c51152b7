import Genome
import Knowledge

/// A gene that uses every field of the model; its names are invented.
func sampleGene(_ symbol: String = "GENE1") throws -> Gene {
  let single = DefiningPosition(
    id: "rs1", rsid: "rs1", hgvs: "g.100C>T", alleles: ["C", "T"],
    grch38: .init(position: try position(100), referenceIndex: 0),
    grch37: .init(position: try position(1100), referenceIndex: 1), role: .defining)
  let context = SequenceContext(start: try position(199), bases: "GCATATATG")
  let deletion = DefiningPosition(
    id: "g.201_202del", rsid: nil, hgvs: "g.201_202del", alleles: ["CAT", "C"],
    grch38: .init(position: try position(200), referenceIndex: 0, context: context), grch37: nil,
    role: .extra)
  let calling = CallingRules(
    method: .lowestFunction, requiredPositions: [0], undocumentedCountsAsReference: true,
    unphasedPriorities: [["*1/*2", "*1/*1"]],
    fallback: .init(position: 0, haplotypes: ["*1", "*2"]),
    linkedPair: .init(causal: 0, tag: 1, both: "*2", causalOnly: "*1"), tierOnePositions: [0, 1],
    copyNumberCaps: ["*1": 3, "*2": 2], functionOrder: ["No function", "Normal function"],
    outsideCallers: ["Onecaller"], spellings: ["*2Z": "*2.001", "*1Y": "*1"],
    caveat: "nothing but a sample")
  return Gene(
    symbol: symbol, contig: Contig(name: "chr10"), inheritance: .autosomal,
    positions: [single, deletion],
    alleles: [
      NamedAllele(
        name: "*1", function: "Normal function", activity: ActivityScore("1.0"),
        cells: [.init(position: 0, accepted: 1), .init(position: 1, accepted: 3)]),
      NamedAllele(
        name: "*2", function: nil, activity: nil, cells: [.init(position: 0, accepted: 2)],
        reportedAs: "*1"),
    ],
    calling: calling,
    phenotyping: .functionPair([
      .init(functions: ["Normal function", "No function"], phenotype: "Intermediate")
    ]),
    sources: [
      SourceReference(
        name: "Sample", version: "2025-01-02", licence: "CC0-1.0", url: "https://example.org",
        attribution: "none")
    ], literature: LiteratureWeight(clinpgxLevel: "2A", annotations: 7))
}

/// A drug that uses every field of the model; its names are invented.
func sampleDrug(_ id: String = "samplamine") -> Drug {
  let rule = GuidanceRule(
    id: "rule-1",
    conditions: [
      .init(gene: "GENE1", requirement: .phenotypes(["Poor", "Intermediate"])),
      .init(gene: "GENE2", requirement: .scores([.init(lowest: 25, highest: nil)])),
      .init(gene: "GENE3", requirement: .noScore),
      .init(gene: "GENE4", requirement: .diplotypes(["*1/*2"])),
      .init(gene: "GENE5", requirement: .carries(["*2"])),
    ],
    population: "child", action: .reduceDose, isConsideration: true,
    alsoActions: [.monitor, .test],
    doses: [
      .init(phase: .start, quantity: .percentOfUsual, low: 50, high: 75.5, unit: ""),
      .init(phase: .any, quantity: .amount, low: 0.1, high: nil, unit: "mg/day"),
    ],
    alternatives: ["otheramine"], alternativeKind: "another", excludedAlternatives: ["thirdamine"],
    monitoring: [.drugLevel, .inr],
    implications: [
      .init(gene: "", effect: .unknown), .init(gene: "GENE1", effect: .higherRisk),
    ], remark: "a remark", strength: "Strong", sourceRows: ["row-1", "row-2"],
    audience: Audience(
      ageGroup: .child, ageYears: .init(from: nil, below: 12), weightKg: .init(from: 4, below: 40),
      indication: "a sample"),
    isContraindicated: true, titration: [.startLow, .slowly], tests: [.uracilLevel])
  let guideline = Guideline(
    source: "CPIC", id: "G1", url: "https://example.org", version: "2025-01-02",
    licence: "CC0-1.0", genes: ["GENE1", "GENE2"], citations: ["1"], rules: [rule],
    leavesOut: [.init(gene: "GENE1", requirement: .phenotypes(["Normal"]))], remark: nil)
  return Drug(
    id: id, name: "Samplamine", rxnorm: "1", atc: ["A01"], kind: .combination,
    brands: ["Sampla"], synonyms: ["sample"], ingredients: ["otheramine"],
    evidence: [
      PairEvidence(gene: "GENE1", cpicLevel: "A", clinpgxLevel: "1A", fdaTesting: "required")
    ], guidelines: [guideline])
}

/// A position that is known to be valid.
func position(_ value: Int) throws -> Position {
  struct NotAPosition: Error {}
  guard let position = Position(value) else { throw NotAPosition() }
  return position
}
