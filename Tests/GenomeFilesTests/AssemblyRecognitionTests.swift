import Genome
import GenomeFiles
import Testing

struct AssemblyRecognitionTests {
  private func header(_ contigs: [HeaderContig] = [], _ lines: [String] = []) -> VariantHeader {
    VariantHeader(samples: [], contigs: contigs, referenceLines: lines)
  }

  private func assembly(_ header: VariantHeader) -> Assembly? {
    if case .recognised(let assembly, _) = AssemblyRecognition(header) { return assembly }
    return nil
  }

  @Test(
    arguments: [
      ("chr1", 249_250_621, .grch37), ("1", 248_956_422, .grch38), ("chrX", 155_270_560, .grch37),
      ("Y", 57_227_415, .grch38), ("chrM", 16571, .grch37), ("MT", 16569, nil), ("22", 100, nil),
      ("chrUn", 249_250_621, nil), ("chr20", 81_195_210, nil),
    ] as [(String, Int, Assembly?)])
  func `a contig's length tells the assembly`(name: String, length: Int, expected: Assembly?) {
    #expect(assembly(header([HeaderContig(name: name, length: length)])) == expected)
  }

  @Test(
    arguments: [
      ("NC_000010.10", .grch37), ("NC_000010.11", .grch38), ("NC_000007.13", .grch37),
      ("NC_000007.14", .grch38), ("NC_000023.11", .grch38), ("NC_000010.9", nil),
      ("NC_012920.1", nil), ("NC_000010", nil),
    ] as [(String, Assembly?)])
  func `an accession's version tells the assembly`(name: String, expected: Assembly?) {
    #expect(assembly(header([HeaderContig(name: name)])) == expected)
  }

  @Test(
    arguments: [
      ("reference=file:///ref/human_g1k_v37.fasta", .grch37), ("reference=hs37d5.fa.gz", .grch37),
      ("reference=ftp://x/hg19/chr1.fa", .grch37), ("assembly=b37", .grch37),
      ("reference=GRCh38_full_analysis_set_plus_decoy_hla.fa", .grch38),
      ("reference=/data/Homo_sapiens_assembly38.fasta", nil), ("reference=hg38.p14.fa", .grch38),
      ("reference=GCF_000001405.25_GRCh37.p13_genomic.fna", .grch37),
      ("reference=GCF_000001405.40", .grch38), ("reference=GCA_000001405.15", .grch38),
      ("reference=GCA_000001405.14", .grch37), ("reference=file.fa", nil),
      ("reference=b378.fa", nil), ("reference=lab37.fa", nil),
    ] as [(String, Assembly?)])
  func `the name of the reference tells the assembly`(line: String, expected: Assembly?) {
    #expect(assembly(header([], [line])) == expected)
  }

  @Test func `the reason is given as a phrase`() {
    #expect(
      AssemblyRecognition(header([HeaderContig(name: "chr1", length: 248_956_422)]))
        == .recognised(.grch38, because: "contig 'chr1' is 248956422 bases long"))
    #expect(
      AssemblyRecognition(header([HeaderContig(name: "chr1", assembly: "GRCh38.p14")]))
        == .recognised(.grch38, because: "the header says 'assembly=GRCh38.p14'"))
    #expect(AssemblyRecognition(header()) == .unknown)
  }

  @Test func `hints that disagree are told`() {
    #expect(
      AssemblyRecognition(
        header([HeaderContig(name: "chr1", length: 248_956_422)], ["reference=hg19.fa"]))
        == .conflicting(
          "the header speaks of two assemblies: contig 'chr1' is 248956422 bases long (GRCh38) "
            + "but the header says 'reference=hg19.fa' (GRCh37); find out which one the variants "
            + "were called on"))
    #expect(
      AssemblyRecognition(header([], ["reference=chm13v2.0.fa"]))
        == .conflicting(
          "the header says 'reference=chm13v2.0.fa', but T2T-CHM13 is not supported; "
            + "lift the variants over to GRCh38"))
  }
}
