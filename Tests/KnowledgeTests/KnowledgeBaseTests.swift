import Genome
import MappedIndex
import Testing

@testable import Knowledge
import TestSupport

struct KnowledgeBaseTests {
  private let folder: TemporaryFolder
  private let path: String
  private let source = SourceReference(
    name: "Sample", version: "2025-01-02", licence: "CC0-1.0", attribution: "thank them")

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("knowledge.stardose")
    let file = KnowledgeFile(
      KnowledgeContent(
        genes: [try sampleGene("GENE2"), try sampleGene("GENE1")],
        drugs: [sampleDrug("b"), sampleDrug("a")], sources: [source]))
    try AtomicFile.write(file.fileBytes(identity: "0123456789ab", version: "2025-01-02"), to: path)
  }

  private func interval(_ contig: String, _ start: Int, _ end: Int) throws -> GenomicInterval {
    let contig = try #require(Contig(name: contig))
    let (start, end) = (try position(start), try position(end))
    return try #require(GenomicInterval(contig: contig, start: start, end: end))
  }

  private func positions(_ assembly: Assembly, _ contig: String, _ start: Int, _ end: Int) throws
    -> [PositionReference]
  {
    try KnowledgeBase(path: path).positions(on: assembly, overlapping: interval(contig, start, end))
  }

  @Test func `names, sources, identity and version are there at once`() throws {
    let knowledge = try KnowledgeBase(path: path)
    #expect(knowledge.geneSymbols == ["GENE1", "GENE2"])
    #expect(knowledge.drugIDs == ["a", "b"])
    #expect(knowledge.sources == [source])
    #expect(knowledge.identity == "0123456789ab")
    #expect(knowledge.version == "2025-01-02")
    #expect(knowledge.path == path)
  }

  @Test func `a gene or drug is found by its name, and nothing by another`() throws {
    let knowledge = try KnowledgeBase(path: path)
    #expect(try knowledge.gene("GENE1") == sampleGene("GENE1"))
    #expect(try knowledge.drug("b") == sampleDrug("b"))
    for name in ["", "GENE", "GENE3", "a ", "zz"] {
      #expect(try knowledge.gene(name) == nil)
      #expect(try knowledge.drug(name) == nil)
    }
    #expect(try knowledge.allGenes().map(\.symbol) == ["GENE1", "GENE2"])
    #expect(try knowledge.allDrugs().map(\.id) == ["a", "b"])
  }

  @Test func `a single base is found at its place alone`() throws {
    let both = [PositionReference(gene: 0, position: 0), .init(gene: 1, position: 0)]
    #expect(try positions(.grch38, "chr10", 100, 100) == both)
    #expect(try positions(.grch38, "chr10", 50, 150) == both)
    #expect(try positions(.grch38, "chr10", 99, 99).isEmpty)
    #expect(try positions(.grch38, "chr10", 101, 101).isEmpty)
    #expect(try positions(.grch38, "chr11", 100, 100).isEmpty)
    #expect(try positions(.grch37, "chr10", 1100, 1100) == both)
    #expect(try positions(.grch37, "chr10", 100, 100).isEmpty)
  }

  @Test func `an indel is found up to the end of its context`() throws {
    let both = [PositionReference(gene: 0, position: 1), .init(gene: 1, position: 1)]
    #expect(try positions(.grch38, "chr10", 199, 199).isEmpty)
    #expect(try positions(.grch38, "chr10", 200, 200) == both)
    #expect(try positions(.grch38, "chr10", 207, 900) == both)
    #expect(try positions(.grch38, "chr10", 208, 900).isEmpty)
  }

  @Test func `footprints come once each from left to right`() throws {
    let knowledge = try KnowledgeBase(path: path)
    #expect(
      try knowledge.targetIntervals(on: .grch38)
        == [interval("chr10", 100, 100), interval("chr10", 200, 207)])
    #expect(try knowledge.targetIntervals(on: .grch37) == [interval("chr10", 1100, 1100)])
  }

  @Test func `the order of genes and drugs does not change the file`() throws {
    let genes = [try sampleGene("GENE1"), try sampleGene("GENE2")]
    let drugs = [sampleDrug("a"), sampleDrug("b")]
    let first = KnowledgeFile(KnowledgeContent(genes: genes, drugs: drugs, sources: [source]))
    let second = KnowledgeFile(
      KnowledgeContent(genes: genes.reversed(), drugs: drugs.reversed(), sources: [source]))
    #expect(
      first.fileBytes(identity: "i", version: "v") == second.fileBytes(identity: "i", version: "v"))
  }

  @Test func `a missing file says how to make it`() throws {
    let error = try #require(throws: KnowledgeError.self) { _ = try KnowledgeBase(path: "no.file") }
    #expect(error.kind == .missing)
    #expect(
      error.description
        == "no.file: there is no such file; run 'stardose knowledge compile' to make it anew")
  }

  @Test func `another index is not a knowledge base`() throws {
    try IndexWriter(kind: "other", version: 1).write(to: path)
    let error = try #require(throws: KnowledgeError.self) { _ = try KnowledgeBase(path: path) }
    #expect(error.kind == .notAKnowledgeBase)
    #expect(
      error.description == "\(path): the index holds 'other' where 'knowledg' was asked for; "
        + "run 'stardose knowledge compile' to make it anew")
  }

  @Test func `another format is told apart from damage`() throws {
    try IndexWriter(kind: "knowledg", version: 99).write(to: path)
    let error = try #require(throws: KnowledgeError.self) { _ = try KnowledgeBase(path: path) }
    #expect(error.kind == .otherFormat)
    #expect(
      error.description == "\(path): the index has format 99 and this stardose reads format 7; "
        + "run 'stardose knowledge compile' to make it anew")
  }

  @Test func `a file without the tables is damaged`() throws {
    try IndexWriter(kind: "knowledg", version: 7).write(to: path)
    let error = try #require(throws: KnowledgeError.self) { _ = try KnowledgeBase(path: path) }
    #expect(error.kind == .damaged)
  }

  @Test func `a file that can't be read says why`() throws {
    let error = KnowledgeError(MappedIndexError(.unreadable(code: 13), place: "x.stardose"))
    #expect(error.kind == .unreadable)
    #expect(
      error.description
        == "x.stardose: the file can't be read (Permission denied); check its permissions")
  }

  @Test func `the results a gene can have come from its rules`() throws {
    var gene = try sampleGene()
    #expect(gene.resultKeys == ["Intermediate", "Indeterminate"])
    gene.phenotyping = .watchedAlleles(["*57:01"])
    #expect(gene.resultKeys == ["*57:01 positive", "*57:01 negative"])
    gene.phenotyping = .diplotype
    #expect(gene.resultKeys.isEmpty)
  }
}
