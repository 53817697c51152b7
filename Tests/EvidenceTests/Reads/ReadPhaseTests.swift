import Evidence
import Genome
import GenomeFiles
import Knowledge
import StarAlleles
import Testing

/// Phase from reads and mates that reach two heterozygous positions.
struct ReadPhaseTests {
  /// Fragments that show two letters at two places.
  private func fragments(
    _ one: Int, _ other: Int, _ shown: String, from template: UInt64 = 1
  ) -> [AlignedRead] {
    shown.split(separator: " ").enumerated().flatMap { index, letters -> [AlignedRead] in
      guard let first = letters.first, let last = letters.last else { return [] }
      let name = template + UInt64(index)
      return [
        ReadToy.read(name, [one: first], flags: [.paired, .firstInTemplate]),
        ReadToy.read(name, [other: last], flags: [.paired, .lastInTemplate, .reverseStrand]),
      ]
    }
  }

  @Test func `mates tie positions together, and the alleles' order follows`() throws {
    let cis = ReadToy.evidence(fragments(1000, 1900, "AA AA AA GG GG GG"))
    #expect(cis.positions[0].short == "0|1")
    #expect(cis.positions[2].short == "0|1")
    let trans = ReadToy.evidence(fragments(1000, 1900, "AG AG AG GA GA GA"))
    #expect(trans.positions[0].short == "0|1")
    #expect(trans.positions[2].short == "1|0")
    let phase = try #require(trans.readPhase)
    #expect(phase.sets == [.init(number: 1000, positions: [0, 2])])
    #expect(phase.links.map(\.agreeing) == [6])
    #expect(phase.links.map(\.disagreeing) == [0])
    #expect(phase.gaps.isEmpty)
    guard case .observed(let observation) = trans.positions[2] else { return }
    #expect(observation.phase == .phaseSet(1000))
  }

  @Test func `one read over two positions does as well as two mates`() {
    let reads = (1...8).map { number -> AlignedRead in
      let letter: Character = number.isMultiple(of: 2) ? "A" : "G"
      return ReadToy.read(UInt64(number), [1000: letter, 1100: letter == "A" ? "G" : "A"])
    }
    let evidence = ReadToy.evidence(reads)
    #expect(evidence.positions[0].short == "0|1")
    #expect(evidence.positions[1].short == "1|0")
  }

  @Test func `positions no read joins are a gap, with its length`() throws {
    let evidence = ReadToy.evidence(
      ReadToy.pile(1000, "AAAAGGGG")
        + ReadToy.pile(1900, "AAAAGGGG").map { read in
          var other = read
          other.template += 100
          return other
        })
    #expect(evidence.positions[0].short == "0/1")
    #expect(evidence.readPhase?.gaps == [.init(first: 0, second: 2, distance: 900)])
    #expect(evidence.readPhase?.sets == [])
  }

  @Test func `one fragment, or fragments that disagree, tie nothing`() throws {
    let apart = ReadToy.pile(1000, "AAAAGGGG").map { read in
      var other = read
      other.template += 100
      return other
    }
    let one = ReadToy.evidence(fragments(1000, 1900, "AA") + apart + ReadToy.pile(1900, "AAAGGGG"))
    #expect(one.positions[0].short == "0/1")
    let split = ReadToy.evidence(fragments(1000, 1900, "AA GG AA GG AG GA AG GA"))
    #expect(split.positions[0].short == "0/1")
    #expect(split.readPhase?.links.map(\.disagreeing) == [4])
    #expect(split.readPhase?.gaps.count == 1)
  }

  @Test func `a chain of reads ties what no single one reaches`() throws {
    let near = fragments(1000, 1100, "AG AG AG AG GA GA GA GA")
    let far = fragments(1100, 1900, "AG AG AG AG GA GA GA GA", from: 50)
    let evidence = ReadToy.evidence(near + far)
    #expect(evidence.positions.prefix(3).map(\.short) == ["0|1", "1|0", "0|1"])
    #expect(evidence.readPhase?.sets == [.init(number: 1000, positions: [0, 1, 2])])
  }

  /// Evidence of a person with two given haplotypes, from reads drawn over the whole gene part.
  private func drawn(
    _ symbol: String, _ alleles: [[String: Int]], fragment: ClosedRange<Int>?, length: Int = 150,
    depth: Double = 30
  ) throws -> GeneCall {
    let gene = try KnownGenes.gene(symbol)
    let contig = try #require(gene.contig)
    let genome = MadeGenome(genes: [gene])
    var maker = MadeReads(seed: 11)
    maker.fragment = fragment
    maker.length = length
    var collector = ReadEvidenceCollector(genes: [gene], assembly: .grch38)
    for haplotype in alleles {
      var stretches: [ClosedRange<Int>] = []
      for position in gene.positions {
        let start = position.grch38.position.value
        let stretch = (start - 1200)...(start + 1200)
        if let last = stretches.last, last.upperBound >= stretch.lowerBound {
          stretches[stretches.count - 1] = last.lowerBound...stretch.upperBound
        } else {
          stretches.append(stretch)
        }
      }
      let changes = gene.positions.compactMap { position in
        haplotype[position.id].flatMap { genome.change(position, to: $0) }
      }
      for stretch in stretches {
        let bases = genome.haplotype(contig, stretch, changes.filter { stretch.contains($0.place) })
        for read in maker.draw(
          bases, contig: contig, depth: depth / 2, base: { genome.base(contig, $0) })
        {
          collector.add(read)
        }
      }
    }
    return StarAlleleCaller(genes: [gene]).call(collector.evidence()[0])
  }

  @Test func `reads settle which UGT1A1 haplotype carries the repeat`() throws {
    let cis = try drawn("UGT1A1", [["rs887829": 1, "rs3064744": 2], [:]], fragment: 400...500)
    #expect(cis.diplotypes.map(\.description) == ["*1/*80+*28"])
    let trans = try drawn("UGT1A1", [["rs887829": 1], ["rs3064744": 2]], fragment: 400...500)
    #expect(trans.diplotypes.map(\.description) == ["*28/*80"])
    let blind = try drawn("UGT1A1", [["rs887829": 1], ["rs3064744": 2]], fragment: nil)
    #expect(blind.diplotypes.map(\.description) != ["*28/*80"])
    #expect(blind.readPhase?.gaps.map(\.distance) == [309])
  }

  @Test func `CYP2C19 *4 and *17, 806 bases apart, need mates or reads that reach so far`() throws {
    let four = ["rs28399504": 1, "rs3758581": 1]
    let seventeen = ["rs12248560": 1, "rs3758581": 1]
    let near = try drawn("CYP2C19", [four, seventeen], fragment: 400...500)
    #expect(near.compatible.count > 1)
    #expect(near.readPhase?.gaps.map(\.distance) == [806])
    let far = try drawn("CYP2C19", [four, seventeen], fragment: 900...1100)
    #expect(far.diplotypes.map(\.description) == ["*4/*17"])
    #expect(far.compatible.map(\.description) == ["*4/*17"])
    let cis = try drawn(
      "CYP2C19", [four.merging(seventeen) { one, _ in one }, ["rs3758581": 1]],
      fragment: 900...1100)
    #expect(cis.diplotypes.map(\.description) == ["*1/*4"])
    let long = try drawn("CYP2C19", [four, seventeen], fragment: nil, length: 1500)
    #expect(long.diplotypes.map(\.description) == ["*4/*17"])
  }
}
