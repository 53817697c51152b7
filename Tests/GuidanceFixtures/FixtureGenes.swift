import Genome
public import Knowledge

/// Small genes that behave as the real ones do, for tests.
public enum FixtureGenes {
  /// All of them by symbol.
  public static let bySymbol = Dictionary(
    uniqueKeysWithValues: all.map { ($0.symbol, $0) })

  /// All of them.
  public static let all = [
    cyp2c19, cyp2d6, dpyd, g6pd, hlaA, hlaB, ifnl3, mtrnr1, ryr1, tpmt, ugt1a1,
  ]

  /// Function pairs; two positions.
  public static let cyp2c19 = gene(
    "CYP2C19", .functionPair(metaboliserPairs), contig: 10,
    positions: [
      position("rs12248560", 94_761_900, ["C", "T"]),
      position("rs4244285", 94_781_859, ["G", "A"]),
    ],
    alleles: [
      ("*1", "Normal function", nil), ("*2", "No function", nil), ("*3", "No function", nil),
      ("*17", "Increased function", nil), ("*30", "Uncertain function", nil), ("*38", nil, nil),
    ])

  /// Activity scores, copy numbers, tandems; not callable from variants.
  public static let cyp2d6 = gene(
    "CYP2D6",
    .activityScore([
      score("0.0", "0.0", "Poor Metabolizer"), score("0.25", "1.0", "Intermediate Metabolizer"),
      score("1.25", "2.25", "Normal Metabolizer"), score("2.5", nil, "Ultrarapid Metabolizer"),
    ]),
    contig: 22,
    alleles: [
      ("*1", "Normal function", "1.0"), ("*2", "Normal function", "1.0"),
      ("*3", "No function", "0.0"), ("*4", "No function", "0.0"),
      ("*10", "Decreased function", "0.25"), ("*17", "Decreased function", "0.5"),
      ("*22", "Uncertain function", nil), ("*36", "No function", "0.0"),
      ("*41", "Decreased function", "0.25"), ("*1x2", "Increased function", "2.0"),
      ("*1x≥3", "Increased function", "≥3.0"), ("*68 + *4", "No function", "0.0"),
    ],
    calling: CallingRules(
      method: .structural, copyNumberCaps: ["*1": 3], outsideCallers: ["Cyrius"],
      spellings: ["*4N": "*4.013", "*57": "*36.005"],
      caveat: "copy number and hybrid genes do not show in a VCF"))

  /// The least functional component decides.
  public static let dpyd = gene(
    "DPYD",
    .activityScore([
      score("0.0", "0.5", "Poor Metabolizer"), score("1.0", "1.5", "Intermediate Metabolizer"),
      score("2.0", "2.0", "Normal Metabolizer"),
    ]),
    contig: 1,
    alleles: [
      ("Reference", "Normal function", "1.0"), ("c.498G>A", "Normal function", "1.0"),
      ("c.2582A>G", "Normal function", "1.0"), ("c.2846A>T", "Decreased function", "0.5"),
      ("c.2933A>G", "No function", "0.0"), ("c.1905+1G>A (*2A)", "No function", "0.0"),
    ],
    calling: CallingRules(method: .lowestFunction))

  /// One copy in many.
  public static let g6pd = gene(
    "G6PD",
    .functionPair([
      pair(["Normal"], "Normal"), pair(["Normal", "Normal"], "Normal"),
      pair(["Deficient"], "Deficient"), pair(["Deficient", "Deficient"], "Deficient"),
      pair(["Normal", "Deficient"], "Variable"),
    ]),
    contig: 23, inheritance: .chromosomeX,
    alleles: [
      ("B (reference)", "Normal", nil), ("A- 202A_376G", "Deficient", nil),
      ("Canton, Taiwan-Hakka, Gifu-like", "Deficient", nil),
    ])

  /// A watched allele.
  public static let hlaA = gene(
    "HLA-A", .watchedAlleles(["*31:01"]), contig: nil,
    calling: CallingRules(method: .outsideOnly))

  /// Three watched alleles.
  public static let hlaB = gene(
    "HLA-B", .watchedAlleles(["*15:02", "*57:01", "*58:01"]), contig: nil,
    calling: CallingRules(method: .outsideOnly))

  /// No phenotype: the diplotype is the key.
  public static let ifnl3 = gene(
    "IFNL3", .diplotype, contig: 19,
    positions: [position("rs12979860", 39_248_147, ["C", "T"])],
    alleles: [
      ("rs12979860 reference (C)", "Favorable response allele", nil),
      ("rs12979860 variant (T)", "Unfavorable response allele", nil),
    ])

  /// One copy in everyone.
  public static let mtrnr1 = gene(
    "MT-RNR1",
    .functionPair([
      pair(["increased risk"], "increased risk of hearing loss"),
      pair(["normal risk"], "normal risk of hearing loss"),
    ]),
    contig: nil, inheritance: .mitochondrial,
    alleles: [("Reference", "normal risk", nil), ("m.1555A>G", "increased risk", nil)],
    calling: CallingRules(method: .outsideOnly))

  /// The least functional component decides, by function.
  public static let ryr1 = gene(
    "RYR1",
    .functionPair([
      pair(["MH", "MH"], "Malignant Hyperthermia Susceptibility"),
      pair(["MH", "Normal function"], "Malignant Hyperthermia Susceptibility"),
      pair(["Normal function", "Normal function"], "Uncertain Susceptibility"),
    ]),
    contig: 19,
    alleles: [
      ("Reference", "Normal function", nil), ("c.38T>G", "Normal function", nil),
      ("c.103T>C", "MH", nil),
    ],
    calling: CallingRules(method: .lowestFunction, functionOrder: ["MH", "Normal function"]))

  /// Function pairs.
  public static let tpmt = gene(
    "TPMT", .functionPair(metaboliserPairs), contig: 6,
    positions: [position("rs1800462", 18_143_724, ["C", "G"])],
    alleles: [("*1", "Normal function", nil), ("*2", "No function", nil)])

  /// A tandem that is a name of its own.
  public static let ugt1a1 = gene(
    "UGT1A1", .functionPair(metaboliserPairs), contig: 2,
    alleles: [
      ("*1", "Normal function", nil), ("*28", "No function", nil), ("*80", nil, nil),
      ("*80+*28", "No function", nil),
    ])

  private static let metaboliserPairs = [
    pair(["Normal function", "Normal function"], "Normal Metabolizer"),
    pair(["Normal function", "No function"], "Intermediate Metabolizer"),
    pair(["No function", "No function"], "Poor Metabolizer"),
    pair(["Increased function", "Normal function"], "Rapid Metabolizer"),
    pair(["Increased function", "Increased function"], "Ultrarapid Metabolizer"),
    pair(["Increased function", "No function"], "Intermediate Metabolizer"),
    pair(["Normal function", "Uncertain function"], "Indeterminate"),
  ]

  private static func pair(_ functions: [String], _ phenotype: String) -> Phenotyping.FunctionRule {
    Phenotyping.FunctionRule(functions: functions, phenotype: phenotype)
  }

  private static func score(
    _ low: String, _ high: String?, _ phenotype: String
  ) -> Phenotyping.ScoreRule {
    Phenotyping.ScoreRule(
      range: ScoreRange(
        lowest: ActivityScore(low)?.hundredths ?? 0,
        highest: high.flatMap(ActivityScore.init)?.hundredths),
      phenotype: phenotype)
  }

  /// A position on GRCh38 with single-base alleles.
  public static func position(_ id: String, _ place: Int, _ alleles: [String]) -> DefiningPosition {
    guard let position = Position(place) else { preconditionFailure("positions start at 1") }
    return DefiningPosition(
      id: id, rsid: id, hgvs: "g.\(place)\(alleles[0])>\(alleles[1])", alleles: alleles,
      grch38: DefiningPosition.Locus(position: position, referenceIndex: 0), grch37: nil,
      role: .defining)
  }

  private static func gene(
    _ symbol: String, _ phenotyping: Phenotyping, contig: UInt8?,
    inheritance: Inheritance = .autosomal, positions: [DefiningPosition] = [],
    alleles: [(name: String, function: String?, activity: String?)] = [],
    calling: CallingRules = CallingRules(method: .diplotype)
  ) -> Gene {
    Gene(
      symbol: symbol, contig: contig.flatMap(Contig.init(code:)), inheritance: inheritance,
      positions: positions,
      alleles: alleles.map { allele in
        NamedAllele(
          name: allele.name, function: allele.function,
          activity: allele.activity.flatMap(ActivityScore.init), cells: [])
      },
      calling: calling, phenotyping: phenotyping,
      sources: [
        SourceReference(
          name: "CPIC", version: "2025-11-05", licence: "CC0-1.0", url: "https://cpicpgx.org")
      ])
  }
}
