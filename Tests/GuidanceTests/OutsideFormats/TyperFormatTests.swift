import Guidance
import GuidanceFixtures
import StarAlleles
import Testing

/// The outputs of HLA typers, in their shapes.
struct TyperFormatTests {
  @Test func `HLA*PRG LA has a row a chromosome, in groups`() throws {
    let head =
      "Locus\tChromosome\tAllele\tQ1\tQ2\tAverageCoverage\tCoverageFirstDecile\tMinimumCoverage"
      + "\tproportionkMersCovered\tLocusAvgColumnError\tNColumns_UnaccountedAllele_fGT0.2\tperfectG"
    let read = try OutsideFixture.read(
      """
      \(head)
      A\t1\tA*31:01:02G\t1\t0\t30\t20\t10\t1\t0.001\t0\t1
      A\t2\tA*02:01:01G\t0.91\t0\t30\t20\t10\t0.99\t0.001\t0\t1
      B\t1\tB*57:01:01\t1\t0\t30\t20\t10\t1\t0.001\t0\t1
      B\t2\tB*08:01:01;B*08:02:01\t1\t0\t30\t20\t10\t1\t0.001\t0\t1
      C\t1\tC*06:02:01G\t1\t0\t30\t20\t10\t1\t0.001\t0\t1
      """)
    #expect(
      read.calls == [
        "- HLA-A *02:01/*31:01 by HLA*PRG:LA "
          + "(gives 'A*02:01:01G' the Q1 '0.91' where 1 is usual) "
          + "(gives 'A*02:01:01G' the share of k-mers '0.99' where 1 is usual)",
        "- HLA-B *08:01/*57:01 by HLA*PRG:LA", "- HLA-B *08:02/*57:01 by HLA*PRG:LA",
      ])
    #expect(
      read.remarks == [
        "calls.txt, line 2: '*31:01:02G' is a group of alleles; it is read as '*31:01'",
        "calls.txt, line 2: '*02:01:01G' is a group of alleles; it is read as '*02:01'",
        "calls.txt, line 4: allele '*57:01:01' is read to two fields as '*57:01'",
        "calls.txt, line 4: allele '*08:01:01' is read to two fields as '*08:01'",
        "calls.txt, line 4: allele '*08:02:01' is read to two fields as '*08:02'",
        "calls.txt: the knowledge base has no C; what HLA*PRG:LA says of it is left out",
      ])
  }

  @Test func `OptiType's first row is its answer, and an empty cell is no typing`() throws {
    let read = try OutsideFixture.read(
      """
      \tA1\tA2\tB1\tB2\tC1\tC2\tReads\tObjective
      0\tA*31:01\tA*31:01\t\t\tC*07:02\tC*07:02\t1019.0\t991.8
      1\tA*02:01\tA*31:01\t\t\tC*07:02\tC*07:02\t1019.0\t990.1
      """)
    let others = "(lists 1 solutions that fit less well; they are left out)"
    #expect(
      read.calls == [
        "- HLA-A *31:01/*31:01 by OptiType \(others)", "- HLA-B no call by OptiType \(others)",
      ])
  }

  @Test(arguments: [
    "subject\tA1\tA2\tB1\tB2\nS1\tA*02:01\tA*31:01\tB*57:01\tB*08:01\n",
    "# version: 3.38\nSample\tHLA_A_1\tHLA_A_2\tHLA_B_1\tHLA_B_2\nS1\tA*02:01\tA*31:01\tB*57:01\tB*08:01",
  ])
  func `a table with two columns a locus has a row a sample`(_ text: String) throws {
    #expect(
      try OutsideFixture.read(text).calls == [
        "S1 HLA-A *02:01/*31:01 by an HLA typer", "S1 HLA-B *08:01/*57:01 by an HLA typer",
      ])
  }

  @Test func `a typer's table without samples is of any`() throws {
    let read = try OutsideFixture.read("A1\tA2\tB1\tB2\nA*02:01\tA*31:01\tB*57:01\tB*08:01\n")
    #expect(
      read.calls == [
        "- HLA-A *02:01/*31:01 by an HLA typer", "- HLA-B *08:01/*57:01 by an HLA typer",
      ])
  }

  @Test func `xHLA lists all alleles in one row`() throws {
    let read = try OutsideFixture.read(
      """
      {"subject_id": "S1", "report_version": "1.2", "report_type": "hla_typing", "sample_id": "S1",
       "hla": {"alleles": ["A*01:01", "A*31:01", "B*15:02", "B*15:02", "C*06:02", "DRB1*07:01"]}}
      """)
    #expect(
      read.calls == ["S1 HLA-A *01:01/*31:01 by xHLA", "S1 HLA-B *15:02/*15:02 by xHLA"])
    #expect(
      read.remarks == [
        "calls.txt: the knowledge base has no C, DRB1; what xHLA says of them is left out"
      ])
  }

  @Test func `T1K's dot is no second copy, and an allele without quality is left out`() throws {
    let read = try OutsideFixture.read(
      """
      HLA-A\t2\tHLA-A*31:01:02\t120.5\t60\tHLA-A*02:01:01,HLA-A*02:06:01\t99.1\t60
      HLA-B\t1\tHLA-B*08:01:01\t80.0\t45\t.\t0\t-1
      HLA-C\t0\t.\t0\t-1\t.\t0\t-1
      """)
    #expect(
      read.calls == [
        "- HLA-A *02:01/*31:01 by T1K", "- HLA-A *02:06/*31:01 by T1K", "- HLA-B *08:01 by T1K",
      ])
    let weak = try OutsideFixture.read(
      "HLA-B\t2\tHLA-B*57:01:01\t80.0\t45\tHLA-B*08:01:01\t4.0\t0\tHLA-B*07:02;1;1")
    #expect(
      weak.calls == [
        "- HLA-B *57:01 by T1K (gives 'HLA-B*08:01:01' a quality of 0, so it is left out)"
      ])
  }

  @Test func `HLA-HD's dash is a second copy, and a locus that is not typed is no call`() throws {
    let read = try OutsideFixture.read(
      "A\tHLA-A*31:01:02\tHLA-A*02:01:01\nB\tHLA-B*57:01:01\t-\nC\tNot typed\tNot typed\n")
    #expect(
      read.calls == [
        "- HLA-A *02:01/*31:01 by HLA-HD",
        "- HLA-B *57:01/*57:01 by HLA-HD "
          + "(writes 'HLA-B*57:01:01' once, as it does for two equal alleles)",
      ])
    let many = try OutsideFixture.read(
      "B\tHLA-B*57:01:01\tHLA-B*08:01:01\tHLA-B*15:02:01\nA\tNot typed\tNot typed")
    #expect(
      many.calls == [
        "- HLA-B no call by HLA-HD (lists 3 alleles where two are the most)",
        "- HLA-A no call by HLA-HD",
      ])
  }

  @Test func `arcasHLA has a list a locus, and merged files an object a sample`() throws {
    let one = #"{"A": ["A*01:01:01", "A*31:01:02"], "B": ["B*15:02:01"], "C": []}"#
    #expect(
      try OutsideFixture.read(one).calls == [
        "- HLA-A *01:01/*31:01 by arcasHLA", "- HLA-B *15:02 by arcasHLA",
      ])
    #expect(
      try OutsideFixture.read(#"{"S1": \#(one), "S2": {"B": ["B*08:01", "B*57:01"]}}"#).calls == [
        "S1 HLA-A *01:01/*31:01 by arcasHLA", "S1 HLA-B *15:02 by arcasHLA",
        "S2 HLA-B *08:01/*57:01 by arcasHLA",
      ])
  }

  struct Spelling: CustomTestStringConvertible {
    var alleles: String
    var name: String
    var terms: [String]
    var testDescription: String { alleles }
  }

  @Test(arguments: [
    Spelling(
      alleles: "B*57:01/B*08:01", name: "*08:01/*57:01",
      terms: ["*15:02 negative", "*57:01 positive", "*58:01 negative"]),
    Spelling(
      alleles: "*57:01P/*08:01:01G", name: "*08:01/*57:01",
      terms: ["*15:02 negative", "*57:01 positive", "*58:01 negative"]),
    Spelling(
      alleles: "*57:01N/*08:01", name: "*08:01/*57:01N",
      terms: ["*15:02 negative", "*57:01 negative", "*58:01 negative"]),
    Spelling(
      alleles: "*57:01:01:02N/*08:01", name: "*08:01/*57:01N",
      terms: ["*15:02 negative", "*57:01 negative", "*58:01 negative"]),
    Spelling(
      alleles: "*57:01:01:02L/*08:01", name: "*08:01/*57:01",
      terms: ["*15:02 negative", "*57:01 positive", "*58:01 negative"]),
    Spelling(
      alleles: "*57/*08:01", name: "*08:01/*57", terms: ["*15:02 negative", "*58:01 negative"]),
    Spelling(
      alleles: "*15/*57:01", name: "*15/*57:01", terms: ["*57:01 positive", "*58:01 negative"]),
    Spelling(alleles: "*57:01", name: "*57:01", terms: ["*57:01 positive"]),
    Spelling(alleles: "*08:01", name: "*08:01", terms: []),
    Spelling(alleles: "*new/*57:01", name: "*57:01/*new", terms: ["*57:01 positive"]),
    Spelling(alleles: "*new/*08:01", name: "*08:01/*new", terms: []),
  ])
  func `an HLA name excludes no more than it says`(_ spelling: Spelling) throws {
    let content = try OutsideCallParser(genes: FixtureGenes.bySymbol).parse(
      "HLA-B\t\(spelling.alleles)", file: "calls.tsv")
    #expect(content.calls[0].diplotype?.description == spelling.name)
    let results = PhenotypeCaller(genes: FixtureGenes.bySymbol)
      .results(for: [], outside: content.calls)
    #expect(results[0].lookups.flatMap(\.key.terms) == spelling.terms)
  }
}
