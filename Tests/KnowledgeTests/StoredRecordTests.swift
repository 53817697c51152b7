import Genome
import MappedIndex
import Testing

@testable import Knowledge

struct StoredRecordTests {
  private func bytes(_ value: some StoredRecord) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(value)
    return writer.bytes
  }

  private func roundTrip<Value: StoredRecord>(_ value: Value) throws -> Value {
    try RecordReader.decode(bytes(value), place: "x")
  }

  @Test func `a gene with every field reads as it was written`() throws {
    #expect(try roundTrip(sampleGene()) == sampleGene())
  }

  @Test(arguments: [
    Phenotyping.activityScore([
      .init(range: .init(lowest: 0, highest: 25), phenotype: "Poor"),
      .init(range: .init(lowest: 250, highest: nil), phenotype: "Ultrarapid"),
    ]), .watchedAlleles(["*57:01"]), .diplotype, .functionPair([]),
  ])
  func `each kind of phenotyping reads as it was written`(kind: Phenotyping) throws {
    #expect(try roundTrip(kind) == kind)
  }

  @Test func `a gene known from outside calls only reads as it was written`() throws {
    let gene = Gene(
      symbol: "G", contig: nil, inheritance: .mitochondrial, positions: [], alleles: [],
      calling: CallingRules(method: .outsideOnly), phenotyping: .diplotype, sources: [])
    #expect(try roundTrip(gene) == gene)
  }

  @Test func `a drug with every field reads as it was written`() throws {
    #expect(try roundTrip(sampleDrug()) == sampleDrug())
  }

  @Test func `copy events and stable regions read as they were written`() throws {
    let contig = try #require(Contig(name: "chr4"))
    let start = try #require(Position(5))
    let end = try #require(Position(90))
    let place = try #require(GenomicInterval(contig: contig, start: start, end: end))
    let events = CopyEvents(
      gene: "G", occurrence: .rare, presentAllele: "*A",
      intervals: [
        .init(name: "exon 1", grch38: place, grch37: nil),
        .init(name: "exon 2", grch38: nil, grch37: place),
      ],
      events: [
        .init(kind: .wholeDeletion, allele: "*0"),
        .init(kind: .hybrid, allele: nil, copies: [0, 1]),
      ], limits: "none", sources: [FactSource(name: "S", detail: "d")])
    #expect(try roundTrip(events) == events)
    let region = StableRegion(
      role: .chromosomeX, name: "R", grch38: place, grch37: place, source: "s")
    #expect(try roundTrip(region) == region)
    #expect(region.interval(on: .grch37) == place)
  }

  @Test func `a record damaged at any byte gives an error or a value and never a crash`() throws {
    for bytes in [bytes(try sampleGene()), bytes(sampleDrug())] {
      for index in bytes.indices {
        for flip in [1, 0x80, 0xFF] as [UInt8] {
          var damaged = bytes
          damaged[index] ^= flip
          _ = try? RecordReader.decode(damaged, place: "x") as Gene
          _ = try? RecordReader.decode(damaged, place: "x") as Drug
        }
      }
    }
  }

  @Test func `a record cut anywhere is refused`() throws {
    let bytes = bytes(try sampleGene())
    for count in bytes.indices {
      #expect(throws: MappedIndexError.self) {
        _ = try RecordReader.decode(Array(bytes.prefix(count)), place: "x") as Gene
      }
    }
  }

  @Test func `a name that no case has is refused`() throws {
    var writer = RecordWriter()
    writer.write("sometimes")
    var reader = RecordReader(writer.bytes, place: "x")
    let error = try #require(throws: MappedIndexError.self) {
      _ = try reader.readName(of: Action.self)
    }
    #expect(error.kind == .damaged("'sometimes' is no Action at byte 10 of the record"))
  }
}
