import Genome
import GenomeFiles
import Testing

struct VariantHeaderTests {
  @Test(arguments: [Container.plain, .bgzf, .bcf])
  func `samples, contigs and reference lines are read`(container: Container) throws {
    let folder = try Folder()
    let text = SampleVCF(samples: ["A B", "ü"])
      .declaring(
        "reference=file:///ref/hg38.fa",
        "contig=<ID=chr3,assembly=\"GRCh38, patch 14\",length=198295559,species=\"x\">"
      ).text
    let header = try VariantFile(path: container.write(text, in: folder)).header
    #expect(header.samples == ["A B", "ü"])
    #expect(header.fileFormat == "VCFv4.2")
    #expect(header.referenceLines == ["reference=file:///ref/hg38.fa"])
    #expect(header.contigs.first == HeaderContig(name: "chr1", length: 248_956_422))
    #expect(
      header.contigs.last
        == HeaderContig(name: "chr3", length: 198_295_559, assembly: "GRCh38, patch 14"))
    #expect(header.contigs.count == 5)
  }
}
