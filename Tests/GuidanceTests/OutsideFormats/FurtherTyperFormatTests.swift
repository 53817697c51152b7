import Guidance
import Testing

/// More outputs of HLA typers, in their shapes.
struct FurtherTyperFormatTests {
  @Test func `seq2HLA marks an allele it doubts with an apostrophe`() throws {
    let read = try OutsideFixture.read(
      """
      #Locus\tAllele 1\tConfidence\tAllele 2\tConfidence
      A\tA*31:01\t0.006\tA*02:01'\t0.02
      B\tB*57:01\t2.5e-06\tB*57:01\tNA
      C\tno\tNA\tno\tNA
      """)
    #expect(
      read.calls == [
        "- HLA-A *02:01/*31:01 by seq2HLA (marks 'A*02:01' as one of several that fit)",
        "- HLA-B *57:01/*57:01 by seq2HLA",
      ])
    let half = try OutsideFixture.read(
      "#Locus\tAllele 1\tConfidence\tAllele 2\tConfidence\nB\tB*57:01\t0\thoz(B*08)\tNA")
    #expect(half.calls == ["- HLA-B *57:01/*57:01 by seq2HLA"])
  }

  @Test func `PHLAT has a row a locus`() throws {
    let read = try OutsideFixture.read(
      """
      Locus\tAllele1\tAllele2\tLLK1\tLLK2\tpLLK1\tpLLK2
      HLA_A\tA*31:01:02\tA*02:01:01:01\t-1\t-2\t-3\t-4
      HLA_B\tB*57:01:01\tB*08:01:01\t-1\t-2\t-3\t-4
      """)
    #expect(
      read.calls == ["- HLA-A *02:01/*31:01 by PHLAT", "- HLA-B *08:01/*57:01 by PHLAT"])
  }

  @Test func `Polysolver writes alleles with underscores`() throws {
    let read = try OutsideFixture.read(
      "HLA-A\thla_a_31_01_02\thla_a_02_01_01_01\nHLA-B\thla_b_57_01_01n\thla_b_08_01_01\n")
    #expect(
      read.calls == [
        "- HLA-A *02:01/*31:01 by Polysolver", "- HLA-B *08:01/*57:01N by Polysolver",
      ])
    #expect(
      OutsideFixture.refusal("HLA-A\thla_a_31_01_02\n")
        == "calls.txt, line 1: the row has 2 of 3 columns; give the whole file as Polysolver wrote it"
    )
  }

  @Test func `Kourami has a row an allele, in groups`() throws {
    let read = try OutsideFixture.read(
      """
      A*31:01:02G\t546\t1.0\t546\t546\t28.0\t0\t0
      A*02:01:01G\t546\t1.0\t546\t546\t28.0\t0\t0
      B*57:01:01G\t546\t1.0\t546\t546\t28.0\t0\t0
      B*08:01:01G;B*15:02:01G\t546\t0.99\t546\t546\t28.0\t0\t0
      """)
    #expect(
      read.calls == [
        "- HLA-A *02:01/*31:01 by Kourami", "- HLA-B *08:01/*57:01 by Kourami",
        "- HLA-B *15:02/*57:01 by Kourami",
      ])
  }

  @Test func `T1K's allele list is read, without those of no quality`() throws {
    let read = try OutsideFixture.read(
      "HLA-A*02:01:01:01\t60\nHLA-A*31:01:02:01\t55\nHLA-B*57:01:01:01\t10\nHLA-B*08:01:01\t0\n")
    #expect(
      read.calls == [
        "- HLA-A *02:01/*31:01 by T1K",
        "- HLA-B *57:01 by T1K (gives 'HLA-B*08:01:01' a quality of 0, so it is left out)",
      ])
  }

  @Test func `alleles alone, one a line, are a typing; three of a locus are none`() throws {
    let read = try OutsideFixture.read("A*31:01\nA*02:01\nB*57:01\nB*08:01\nB*15:02\n")
    #expect(
      read.calls == [
        "- HLA-A *02:01/*31:01 by an HLA typer",
        "- HLA-B no call by an HLA typer "
          + "(states '*57:01/*08:01/*15:02', which is not used as a diplotype)",
      ])
  }

  @Test func `T1K's first version ends a row behind its last allele`() throws {
    let read = try OutsideFixture.read(
      "HLA-A\t2\tHLA-A*02:01:01\t42.9\t15\tHLA-A*31:01:02\t42.0\t14\n"
        + "HLA-B\t1\tHLA-B*57:01:01\t83\t38\nHLA-C\t0\n")
    #expect(read.calls == ["- HLA-A *02:01/*31:01 by T1K", "- HLA-B *57:01 by T1K"])
    #expect(
      OutsideFixture.refusal("HLA-A\t2\tHLA-A*02:01:01\t42.9\t15\tHLA-A*31\n")
        == "calls.txt, line 1: the row has 6 of 8 columns; give the whole file as T1K wrote it")
  }

  @Test func `HISAT-genotype's first two ranks are the sample's, once`() throws {
    let read = try OutsideFixture.read(
      """
      Number of reads: 100
      \t\t\t1 A*02:01:01:02L (count: 571)

      \t\t\t1 ranked A*02:01:01:01 (abundance: 54.32%)
      \t\t\t2 ranked A*31:01:02 (abundance: 45.20%)
      \t\t\t3 ranked A*24:33 (abundance: 0.48%)

      \t\t\t1 ranked B*57:01:01 (abundance: 97.50%)
      \t\t\t2 ranked B*08:01:01 (abundance: 2.50%)
      """)
    #expect(
      read.calls == [
        "- HLA-A *02:01/*31:01 by HISAT-genotype",
        "- HLA-B *08:01/*57:01 by HISAT-genotype (gives 'B*08:01:01' an abundance of 2.5 % only)",
      ])
  }

  @Test func `SpecHLA's words for no allele are none`() throws {
    let read = try OutsideFixture.read(
      "# version: IPD-IMGT/HLA 3.38.0\nSample\tHLA_A_1\tHLA_A_2\tHLA_B_1\tHLA_B_2\n"
        + "S1\tA*31:01:02:01\tno_match\t-\t-\n")
    #expect(
      read.calls == ["S1 HLA-A *31:01 by an HLA typer", "S1 HLA-B no call by an HLA typer"])
  }

  @Test func `names of before 2010 get their colons, and a short one stays short`() throws {
    let read = try OutsideFixture.read("HLA-B\tB*5701/*0801\nHLA-A\tA*310102/A*02")
    #expect(
      read.calls == ["- HLA-B *08:01/*57:01 by nobody", "- HLA-A *02/*31:01 by nobody"])
    #expect(read.remarks.contains("calls.txt, line 1: '*5701' is today's '*57:01'"))
    #expect(
      try OutsideFixture.read("HLA-B\t*9501/*57:01").calls == ["- HLA-B *57:01/*9501 by nobody"])
  }

  @Test func `a GL string parts chromosomes by a plus and alleles by a slash`() throws {
    #expect(
      try OutsideFixture.read("HLA-B\tHLA-B*57:01:01G+HLA-B*08:01/HLA-B*08:02").calls == [
        "- HLA-B *08:01/*57:01 by nobody", "- HLA-B *08:02/*57:01 by nobody",
      ])
  }
}
