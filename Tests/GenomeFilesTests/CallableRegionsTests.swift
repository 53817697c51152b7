import Genome
import GenomeFiles
import Testing

struct CallableRegionsTests {
  private let text = """
    browser position chr1
    track name=x
    # comment
    chr1\t0\t100\tname\t0
    1\t100\t150
    chr10 5 5
    chrUn\t1\t2

    chr2\t10\t20\r

    """

  @Test func `zero-based half-open lines become one-based closed intervals`() throws {
    let folder = try Folder()
    for path in try [folder.file("a.bed", text), folder.compressed("a.bed.gz", text)] {
      let callable = try CallableRegions(path: path)
      #expect(callable.regions.intervals == [interval("chr1", 1, 150), interval("chr2", 11, 20)])
      let one = interval("chr1", 150, 150)
      #expect(callable.contains(contig: one.contig, start: one.start, end: one.end))
      let beyond = interval("chr1", 149, 151)
      #expect(!callable.contains(contig: beyond.contig, start: beyond.start, end: beyond.end))
    }
  }

  @Test(arguments: [
    (
      "chr1\t5", "the line has 2 columns, a BED line has contig, start and end: 'chr1\\t5'"
    ),
    ("chr1\t-1\t5", "start and end are '-1' and '5', not whole numbers from 0 up"),
    ("chr1\tx\t5", "start and end are 'x' and '5', not whole numbers from 0 up"),
    ("chr1\t9\t5", "the end 5 comes before the start 9; swap them"),
  ])
  func `a line that is no region is refused with its number`(line: String, sentence: String) throws
  {
    let folder = try Folder()
    let path = try folder.file("a.bed", "chr1\t0\t1\n" + line + "\n")
    #expect(
      failure { _ = try CallableRegions(path: path) }?.description
        == "\(path), line 2: \(sentence)")
  }
}
