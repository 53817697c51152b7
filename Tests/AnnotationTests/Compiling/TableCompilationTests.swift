import TestSupport
import Genome
import Foundation
import Testing

@testable import Annotation

@Suite struct TableCompilationTests {
  @Test("A BED is read with starts from 0 and its usual columns")
  func bed() throws {
    let source = try CompiledSource(
      "track name=x\nbrowser position\n# note\nchr1\t9\t20\tone\t0.50\t+\t9\n"
        + "chr1\t30\t31\ttwo\t.\t-\t9\nchr1\t40\t40\tno\t1\t+\t9\n", named: "a.bed")
    let summary = try source.compile { $0.assembly = .grch38 }
    #expect(
      try source.rows == ["chr1 10 11 10site one 0.50 +", "chr1 31 1 31site two . -"])
    #expect(summary.description.content == .intervals)
    #expect(summary.description.fields.map(\.type) == [.string, .float, .string])
    #expect(summary.description.leftOut == ["an interval without a base": 1])
    #expect(summary.description.records == 3)
  }

  @Test("A table is read by its column list, and columns may be skipped")
  func columns() throws {
    let source = try CompiledSource(
      "# note\nchr1\t10\tA\tC,AT\t0.10\tx\tred\nchr1\t12\tG\t.\t.\tx\t\n", named: "a.tsv")
    let summary = try source.compile { $0.columns = "CHROM,POS,REF,ALT,SCORE:Float,-,CLASS" }
    #expect(
      try source.rows == [
        "chr1 10 1 10A>C 0.10 red", "chr1 10 1 11>T 0.10 red", "chr1 12 1 12site . .",
      ])
    #expect(summary.description.content == .alleles)
  }

  @Test("Intervals of a table count from 1 and have their last base")
  func intervals() throws {
    let source = try CompiledSource("chr1\t10\t20\tx\nchr1\t5\t5\ty\n", named: "a.tsv")
    try source.compile { $0.columns = "CHROM,BEG,END,NAME" }
    #expect(try source.rows == ["chr1 5 1 5site y", "chr1 10 11 10site x"])
  }

  @Test("A header line names the columns where no list does")
  func header() throws {
    let source = try CompiledSource(
      "## made by hand\n#Chrom\tPos\tRef\tAlt\tPHRED:Float\n1\t10\tA\tC\t3.0\n", named: "a.tsv")
    try source.compile { $0.fields = ["PHRED"] }
    #expect(try source.rows == ["1 10 1 10A>C 3.0"])
  }

  @Test(
    "A list of columns that makes no sense is refused",
    arguments: [
      (
        "CHROM,REF,ALT",
        "--columns: no column is POS or BEG; name the columns with "
          + "--columns CHROM,POS,REF,ALT,SCORE:Float or --columns CHROM,BEG,END,NAME"
      ),
      (
        "CHROM,POS,REF",
        "--columns: REF and ALT go together, and only one of them is there; name both"
      ),
      ("CHROM,POS,POS", "--columns: two columns are 'POS'; name one otherwise or '-'"),
      ("CHROM,POS,A,A", "--columns: the field 'A' is named twice; name it once"),
      (
        "CHROM,POS,A:Flaot",
        "--columns: 'A:Flaot' names no type; types are Integer, Float, Flag, Character and String"
      ),
      (
        "CHROM,POS,",
        "--columns: column 3 is named ''; a name has no spaces, ';', '=' or ','"
      ),
    ])
  func refusedColumns(list: String, sentence: String) throws {
    let source = try CompiledSource("chr1\t10\tA\tC\n", named: "a.tsv")
    #expect(source.refusal { $0.columns = list } == sentence)
  }

  @Test(
    "A line that can't be read is told with its number",
    arguments: [
      (
        "chr1\t1",
        "a.tsv, line 2: the line has 2 columns where 3 are named; check its tabs or --columns"
      ),
      (
        "chr1\t5\t3",
        "a.tsv, line 2: the interval ends before it starts; check the columns"
      ),
      (
        "chr1\tstart\t3",
        "a.tsv, line 2: the start is 'start', not a whole number; "
          + "put '#' before a line that is not data"
      ),
    ])
  func brokenLines(line: String, sentence: String) throws {
    let source = try CompiledSource("#x\n\(line)\n", named: "a.tsv")
    #expect(source.refusal { $0.columns = "CHROM,BEG,END" } == sentence)
    #expect(try source.folder.names == ["a.tsv"])
  }

  @Test("A table that nothing describes is refused")
  func undescribed() throws {
    let source = try CompiledSource("chr1\t10\tA\tC\n", named: "a.tsv")
    #expect(
      source.refusal()
        == "a.tsv: nothing names the columns of this table; name them with "
        + "--columns CHROM,POS,REF,ALT,SCORE:Float")
  }
}
