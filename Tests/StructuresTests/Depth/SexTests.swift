import Evidence
import Genome
import Knowledge
import StarAlleles
import Structures
import Testing

struct SexTests {
  @Test(arguments: [(2.0, 0.0), (1, 1), (1, 0), (2, 1), (3, 0)], [10.0, 30])
  func `X and Y chromosomes are counted by depth`(counts: (x: Double, y: Double), depth: Double)
    throws
  {
    let sample = try DepthSample(
      [], .init(depth: depth, scatter: 0.04), x: counts.x, y: counts.y, seed: 31)
    let found = try #require(SexDepth(sample.caller()))
    #expect(found.xCount == Int(counts.x))
    #expect(found.yCount == Int(counts.y))
    #expect(abs(found.x - counts.x) < 0.25)
    let sex = SexChromosomes(depth: found)
    #expect(sex.xCount == Int(counts.x))
    #expect(sex.basis == .readDepth(x: found.x, y: found.y))
    #expect(sex.contradictions.isEmpty)
  }

  @Test func `X that is deep enough for neither number is not told`() throws {
    let sample = try DepthSample([], x: 1.5, seed: 31)
    let found = try #require(SexDepth(sample.caller()))
    #expect(found.xCount == nil)
    let sex = SexChromosomes(depth: found)
    #expect(sex.xCount == nil)
    let finding = try #require(SexFinding(sex, depth: found))
    #expect(finding.xChromosomes == nil)
    #expect(finding.source == "read depth (X 1.5 copies, Y 0.0)")
    let check = SampleCheck(evidence: [try evidence(["A/A"])], assembly: .grch38, sex: finding)
    #expect(
      check.reasons.map(\.finding).contains(
        .sexUnclear(source: finding.source, genes: ["TOY"])))
    let stated = try #require(
      SexFinding(SexChromosomes(stated: .male, depth: found), depth: found))
    #expect(stated.xChromosomes == 1)
    #expect(stated.source == "the sex stated")
    #expect(SexFinding(SexChromosomes(), depth: nil) == nil)
  }

  @Test func `a slice shows no sex by depth`() throws {
    #expect(SexDepth(try DepthSample([], seed: 1) { $0 < 3 ? 1 : nil }.caller()) == nil)
  }

  @Test func `mitochondrial copies are given for information`() throws {
    let copies = try #require(try DepthSample([], seed: 1).caller().mitochondrialCopies)
    #expect(abs(copies - 20) < 2)
  }

  // MARK: - Genotypes and statements

  private func evidence(_ genotypes: [String?], on contig: String = "chrX") throws -> GeneEvidence {
    let positions = try genotypes.indices.map { index in
      let locus = DefiningPosition.Locus(
        position: try #require(Position(100 + index)), referenceIndex: 0)
      return DefiningPosition(
        id: "p\(index)", rsid: nil, hgvs: "g", alleles: ["A", "G"], grch38: locus, grch37: locus,
        role: .defining)
    }
    let reference = NamedAllele(
      name: "B", function: nil, activity: nil,
      cells: positions.indices.map { NamedAllele.Cell(position: $0, accepted: 0b1) })
    let variant = NamedAllele(
      name: "A-", function: nil, activity: nil,
      cells: [NamedAllele.Cell(position: 0, accepted: 0b10)])
    let gene = Gene(
      symbol: "TOY", contig: Contig(name: contig),
      inheritance: contig == "chrX" ? .chromosomeX : .autosomal, positions: positions,
      alleles: [reference, variant], calling: CallingRules(method: .diplotype),
      phenotyping: .diplotype, sources: [])
    return GeneEvidence(
      gene: gene,
      positions: genotypes.map { text in
        guard let text else { return .noData(.absent) }
        return .observed(
          Observation(
            alleles: text.split(separator: "/").map { .documented(Int($0) ?? 0) }, phase: .unphased,
            basis: .callableRegion))
      })
  }

  @Test(
    arguments: [
      (["0/1", "0/0", nil], 2), (["0", "0", nil], 1), (["0/0", "1/1"], nil), (["0/1", "0"], nil),
      (["0/0", "0"], nil), ([nil, nil], nil),
    ] as [([String?], Int?)])
  func `genotypes alone show X chromosomes only where they can`(genotypes: [String?], count: Int?)
    throws
  {
    let found = XGenotypes([try evidence(genotypes), try evidence(["0/1"], on: "chr7")])
    #expect(found.xCount == count)
    #expect(SexChromosomes(genotypes: found).xCount == count)
  }

  @Test func `what the user states wins, and what disagrees is kept`() throws {
    let depth = try #require(SexDepth(try DepthSample([], x: 1, y: 1, seed: 31).caller()))
    let genotypes = XGenotypes([try evidence(["0/1"])])
    let stated = SexChromosomes(stated: .female, depth: depth, genotypes: genotypes)
    #expect(stated.xCount == 2)
    #expect(stated.basis == .stated)
    #expect(stated.contradictions.map(\.xCount) == [1])
    let unstated = SexChromosomes(depth: depth, genotypes: genotypes)
    #expect(unstated.xCount == 1)
    #expect(
      unstated.contradictions
        == [.init(xCount: 2, basis: .genotypes(heterozygous: 1, haploid: 0))])
    #expect(SexChromosomes().xCount == nil)
  }

  // MARK: - Hemizygosity

  private func call(_ evidence: GeneEvidence, _ sex: SexChromosomes) -> GeneCall {
    let hemizygosity = Hemizygosity(sex)
    let settled = hemizygosity.settled(evidence)
    return hemizygosity.noted(
      StarAlleleCaller(genes: [evidence.gene]).call(settled), inheritance: evidence.gene.inheritance
    )
  }

  @Test func `one X makes a homozygous call hemizygous, and says what shows it`() throws {
    let call = call(try evidence(["1/1", "0/0"]), SexChromosomes(stated: .male))
    #expect(call.diplotypes.map(\.description) == ["A-"])
    #expect(call.notes == [.xChromosomes(1, .stated)])
  }

  @Test func `two X leave a homozygous call, which is then sure`() throws {
    let call = call(try evidence(["1/1", "0/0"]), SexChromosomes(stated: .female))
    #expect(call.diplotypes.map(\.description) == ["A-/A-"])
    #expect(call.notes == [.xChromosomes(2, .stated)])
  }

  @Test func `without a number of X nothing is made hemizygous`() throws {
    let call = call(try evidence(["1/1", "0/0"]), SexChromosomes())
    #expect(call.diplotypes.map(\.description) == ["A-/A-"])
    #expect(call.notes == [.hemizygosityUncertain])
  }

  @Test func `one X and a heterozygous position contradict each other`() throws {
    let call = call(try evidence(["0/1", "0/0"]), SexChromosomes(stated: .male))
    #expect(call.diplotypes.map(\.description) == ["B/A-"])
    #expect(call.notes == [.xChromosomesContradicted(1, .stated, positions: [0])])
  }

  @Test func `two X and haploid genotypes contradict each other`() throws {
    let call = call(try evidence(["1", "0"]), SexChromosomes(stated: .female))
    #expect(call.diplotypes.map(\.description) == ["A-"])
    #expect(call.notes == [.xChromosomesContradicted(2, .stated, positions: [0, 1])])
  }

  @Test func `a gene on another chromosome is left alone`() throws {
    let other = try evidence(["1/1"], on: "chr7")
    #expect(Hemizygosity(SexChromosomes(stated: .male)).settled(other) == other)
  }
}
