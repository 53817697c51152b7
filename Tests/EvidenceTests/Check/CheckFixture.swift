import Evidence
import Genome
import Knowledge

/// Genes of single-base positions A>G, and evidence for them in the words of a test.
enum CheckFixture {
  static func place(_ value: Int) -> Position {
    guard let position = Position(value) else { preconditionFailure("places start at 1") }
    return position
  }

  /// A gene with positions 1000 bases apart.
  static func gene(
    _ symbol: String, positions: Int, tierOne: [Int] = [], required: [Int] = [],
    contig: String = "1", inheritance: Inheritance = .autosomal,
    method: CallingRules.Method = .diplotype
  ) -> Gene {
    // Each gene of a contig has places of its own.
    let start = symbol.utf8.reduce(0) { $0 * 31 + Int($1) } % 100_000 * 1_000_000 + 1
    return Gene(
      symbol: symbol, contig: Contig(name: contig), inheritance: inheritance,
      positions: (0..<positions).map { index in
        DefiningPosition(
          id: "\(symbol)-\(index)", rsid: nil, hgvs: "g.\(index)A>G", alleles: ["A", "G"],
          grch38: .init(position: place(start + 1000 * index), referenceIndex: 0), grch37: nil,
          role: .defining)
      },
      alleles: [],
      calling: CallingRules(
        method: method, requiredPositions: required, tierOnePositions: tierOne),
      phenotyping: .diplotype, sources: [])
  }

  /// A genotype of a record, with AD for REF and ALT.
  static func record(
    _ one: Int, _ other: Int, depths: [Int?] = [], phase: Phase = .unphased
  ) -> PositionEvidence {
    .observed(
      Observation(
        alleles: [.documented(one), .documented(other)], phase: phase,
        basis: .record(trace(one, other, depths: depths))))
  }

  static func trace(_ one: Int, _ other: Int, depths: [Int?] = []) -> RecordTrace {
    RecordTrace(
      ordinal: 1, contigName: "chr1", position: place(100), reference: "A", alternates: "G",
      genotype: Genotype(alleles: [one, other], isPhased: false), alleleDepths: depths)
  }

  /// Reference shown by a block.
  static let block = PositionEvidence.observed(
    Observation(
      alleles: [.documented(0), .documented(0)], phase: .unphased,
      basis: .referenceBlock(trace(0, 0))))

  /// Reads that show these counts of A and G.
  static func support(_ first: Int, _ second: Int) -> ReadSupport {
    var support = ReadSupport()
    support.depth = first + second
    support.alleles = [(0, first), (1, second)].filter { $0.1 > 0 }.map {
      .init(allele: .documented($0.0), forward: $0.1 / 2, reverse: $0.1 - $0.1 / 2)
    }
    return support
  }

  /// A genotype of reads with these counts of A and G.
  static func reads(_ one: Int, _ other: Int, _ first: Int, _ second: Int) -> PositionEvidence {
    .observed(
      Observation(
        alleles: [.documented(one), .documented(other)], phase: .unphased,
        basis: .reads(support(first, second))))
  }

  static func evidence(_ gene: Gene, _ positions: [PositionEvidence]) -> GeneEvidence {
    GeneEvidence(gene: gene, positions: positions)
  }

  /// A gene that is reference everywhere by blocks but for the given entries.
  static func evidence(
    _ symbol: String, of count: Int = 20, but entries: [Int: PositionEvidence] = [:],
    tierOne: [Int] = []
  ) -> GeneEvidence {
    evidence(
      gene(symbol, positions: count, tierOne: tierOne), (0..<count).map { entries[$0] ?? block })
  }
}
