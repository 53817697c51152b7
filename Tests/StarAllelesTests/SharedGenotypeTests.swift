import Knowledge
import StarAlleles
import Testing

struct SharedGenotypeTests {
  private let tandem = ToyGene(
    positions: 3, alleles: [("*1", []), ("*2", [1]), ("*3", [2]), ("*4", [1, 2]), ("*5", [3])])

  @Test func `two variants apart or together give one genotype`() throws {
    let found = SharedGenotypeFinder(tandem.gene).sharedGenotypes()
    let shared = try #require(found.first)
    #expect(found.count == 1)
    #expect(shared.diplotypes.map(\.description) == ["*1/*4", "*2/*3"])
    #expect(shared.sites.map(\.position) == [0, 1])
    #expect(shared.sites.map(\.isHeterozygous) == [true, true])
    #expect(shared.genotypeCount == 1)
    #expect(shared.varying.isEmpty)
  }

  @Test func `the caller answers for the genotype as it does for a sample`() throws {
    let finder = SharedGenotypeFinder(tandem.gene)
    let shared = try #require(finder.sharedGenotypes().first)
    let sample = tandem.call("0/1", "0/1", "0/0")
    #expect(finder.call(shared).top == sample.top)
    #expect(finder.call(shared).possible == ["*1/*4", "*2/*3"])
  }

  @Test func `a gene whose structure matters is answered as though it were plain`() throws {
    var gene = tandem.gene
    gene.calling.method = .structural
    let finder = SharedGenotypeFinder(gene)
    let shared = try #require(finder.sharedGenotypes().first)
    #expect(finder.call(shared).top == ["*1/*4"])
  }

  @Test func `the phase of the two variants decides`() throws {
    let finder = SharedGenotypeFinder(tandem.gene)
    let shared = try #require(finder.sharedGenotypes().first)
    #expect(finder.phase(deciding: shared, meanings: [0, 1]) == .between([0, 1]))
    #expect(finder.phase(deciding: shared, meanings: [0, 0]) == .never)
  }

  @Test func `of several pairs that would decide, the nearest is named`() throws {
    // The first position lies 10 bases from the second, which lies 10 from the third.
    let toy = ToyGene(
      positions: 4,
      alleles: [("*1", []), ("*2", [1, 2, 4]), ("*3", [1, 2]), ("*4", [4])])
    let finder = SharedGenotypeFinder(toy.gene)
    let shared = try #require(finder.sharedGenotypes().first)
    #expect(shared.diplotypes.map(\.description) == ["*1/*2", "*3/*4"])
    #expect(finder.phase(deciding: shared, meanings: [0, 1]) == .between([1, 3]))
  }

  @Test func `three positions are named where no two decide`() throws {
    let toy = ToyGene(
      positions: 3,
      alleles: [
        ("*1", []), ("*2", [1]), ("*3", [2]), ("*4", [3]), ("*5", [1, 2]), ("*6", [1, 3]),
        ("*7", [2, 3]),
      ])
    let finder = SharedGenotypeFinder(toy.gene)
    let shared = try #require(finder.sharedGenotypes().first { $0.diplotypes.count == 3 })
    #expect(shared.diplotypes.map(\.description) == ["*2/*7", "*3/*6", "*4/*5"])
    #expect(finder.phase(deciding: shared, meanings: [0, 1, 2]) == .between([0, 1, 2]))
    #expect(finder.phase(deciding: shared, meanings: [0, 1, 1]) == .between([1, 2]))
  }

  @Test func `phase can't decide between haplotypes that accept the same alleles`() throws {
    let toy = ToyGene(
      positions: 2, alleles: [("*1", []), ("*2", [1]), ("*3", [1])], wobbles: ["*3": [2]])
    let finder = SharedGenotypeFinder(toy.gene)
    let shared = try #require(
      finder.sharedGenotypes().first { $0.diplotypes.map(\.description) == ["*1/*2", "*1/*3"] })
    #expect(finder.phase(deciding: shared, meanings: [0, 1]) == .never)
  }

  @Test func `suballeles of one name make no ambiguity between themselves`() {
    var gene = tandem.gene
    gene.alleles[1].reportedAs = "*2"
    gene.alleles[3].reportedAs = "*2"
    let finder = SharedGenotypeFinder(gene)
    #expect(finder.haplotypeCount == 4)
    #expect(
      finder.sharedGenotypes().map { $0.diplotypes.map(\.description) } == [["*1/*2", "*2/*3"]])
  }

  @Test func `an allele without cells takes no part`() {
    var gene = tandem.gene
    gene.alleles.append(NamedAllele(name: "*9", function: nil, activity: nil, cells: []))
    let finder = SharedGenotypeFinder(gene)
    #expect(finder.haplotypeCount == 5)
    #expect(finder.diplotypeCount == 15)
    #expect(finder.sharedGenotypes().count == 1)
  }

  @Test func `a single copy is never ambiguous by phase`() {
    let toy = ToyGene(
      positions: 3, alleles: [("*1", []), ("*2", [1]), ("*3", [2]), ("*4", [1, 2])],
      inheritance: .mitochondrial)
    let finder = SharedGenotypeFinder(toy.gene)
    #expect(finder.diplotypeCount == 4)
    #expect(finder.sharedGenotypes().isEmpty)
  }

  @Test func `a single copy that two definitions accept is shared`() throws {
    let toy = ToyGene(
      positions: 2, alleles: [("*1", []), ("*2", [1]), ("*3", [1])], inheritance: .mitochondrial,
      wobbles: ["*3": [2]])
    let finder = SharedGenotypeFinder(toy.gene)
    let shared = try #require(finder.sharedGenotypes().first)
    #expect(shared.diplotypes.map(\.description) == ["*2", "*3"])
    #expect(shared.sites.map(\.second) == [nil])
    #expect(finder.call(shared).possible == ["*2", "*3"])
    #expect(finder.phase(deciding: shared, meanings: [0, 1]) == .never)
  }

  /// Genes made by a fixed rule from a number, with wobbles in some haplotypes.
  @Test(arguments: 1...40)
  func `every genotype that fits several diplotypes is found, and no other`(_ seed: Int) {
    var numbers = Numbers(seed: seed)
    let positions = 4
    var alleles: [(name: String, variants: [Int])] = [("*1", [])]
    var wobbles: [String: [Int]] = [:]
    for name in 2...6 {
      var variants: [Int] = []
      for position in 1...positions {
        switch numbers.next(5) {
        case 0, 1: variants.append(position)
        case 2 where seed % 2 == 0: wobbles["*\(name)", default: []].append(position)
        default: break
        }
      }
      alleles.append(("*\(name)", variants))
    }
    alleles.removeAll { $0.name != "*1" && $0.variants.isEmpty && wobbles[$0.name] == nil }
    let toy = ToyGene(positions: positions, alleles: alleles, wobbles: wobbles)

    var expected: [[String]: Int] = [:]
    let spellings = ["0/0", "0/1", "1/1"]
    for code in 0..<81 {
      let digits = [code % 3, code / 3 % 3, code / 9 % 3, code / 27]
      let possible = toy.call(digits.map { spellings[$0] }).possible
      if possible.count > 1 { expected[possible, default: 0] += 1 }
    }
    let finder = SharedGenotypeFinder(toy.gene)
    var found: [[String]: Int] = [:]
    for shared in finder.sharedGenotypes() {
      found[shared.diplotypes.map(\.description)] = shared.genotypeCount
      #expect(finder.call(shared).possible == shared.diplotypes.map(\.description))
    }
    #expect(found == expected)
  }
}

/// Numbers that are the same at every run.
private struct Numbers {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next(_ bound: UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % bound)
  }
}
