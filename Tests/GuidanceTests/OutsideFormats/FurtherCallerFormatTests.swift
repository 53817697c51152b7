import Guidance
import GuidanceFixtures
import Knowledge
import StarAlleles
import Testing

/// More outputs of callers: tables without a head, tables whose head says it all, other JSON.
struct FurtherCallerFormatTests {
  @Test func `Aldy's simple table has major and minor diplotypes by turns`() throws {
    let read = try OutsideFixture.read(
      "S1\tCYP2D6\t*1/*4+*4.021\t*1.001/*4+*4.021\t*4+*4/*10\t*4+*4/*10.002\t\n"
        + "S1\tCYP2C19\t*1/*2\t*1.001/*2.001\t\nS2\tCYP2D6\t\n")
    #expect(
      read.calls == [
        "S1 CYP2D6 *1/*4x2 by Aldy", "S1 CYP2D6 *4x2/*10 by Aldy", "S1 CYP2C19 *1/*2 by Aldy",
        "S2 CYP2D6 no call by Aldy",
      ])
  }

  @Test func `sample, gene and diplotype without a head are nobody's table`() throws {
    let read = try OutsideFixture.read("S1\tCYP2D6\t*1/*4\nS2\tCYP2D6\t*4/*4\n")
    #expect(
      read.calls == [
        "S1 CYP2D6 *1/*4 by another program", "S2 CYP2D6 *4/*4 by another program",
      ])
  }

  private static let aldyVariants = """
    ##fileformat=VCFv4.2
    ##source=aldy-v4.4
    ##INFO=<ID=ANN,Number=1,Type=String,Description="Location within CYP2D6">
    ##FORMAT=<ID=MA,Number=1,Type=String,Description="Major genotype star-allele calls">
    #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1:0:*1/*4.021+*4\tS1:1:*10/*41
    22\t42522392\t.\tG\tA\t0\tPASS\tEFFECT=none;GENE=CYP2D6\tGT:DP:MA\t0|1|1:14:-,*4,*4\t0|1:14:-,*41
    """

  @Test func `Aldy's VCF has a column a solution`() throws {
    #expect(
      try OutsideFixture.read(Self.aldyVariants).calls == [
        "S1 CYP2D6 *1/*4x2 by Aldy 4.4", "S1 CYP2D6 *10/*41 by Aldy 4.4",
      ])
    let bare = Self.aldyVariants.replacing("Location within CYP2D6", with: "x")
    #expect(try OutsideFixture.read(bare).calls.count == 2)
    #expect(
      OutsideFixture.refusal(bare.replacing(";GENE=CYP2D6", with: ""))
        == "calls.txt, line 5: this looks like the output of Aldy, but the gene, 'GENE=', is missing; "
        + "give the whole file as Aldy wrote it")
  }

  @Test(arguments: ["(*1+rs1234)", "*1-like", "*4.021.ALDY_2"])
  func `an allele that Aldy changed is not the one it stems from`(_ name: String) throws {
    let read = try OutsideFixture.read("S1\tCYP2D6\t\(name)/*4\t\(name)/*4\t")
    #expect(
      read.remarks == [
        "calls.txt, line 1: the knowledge base has no CYP2D6 allele '\(name)'; no function is known for it"
      ])
  }

  @Test func `PyPGx' results of many genes name gene and sample in columns`() throws {
    let read = try OutsideFixture.read(
      """
      Symbol\tSampleName\tGenotype\tPhenotype\tHaplotype1\tHaplotype2\tAlternativePhase\tVariantData\tCNV
      CYP2C19\tS1\t*1/*2\tIntermediate Metabolizer\t*1;\t*2;\t*17;\t\tNormal
      CYP2D6\tS1\tIndeterminate\tIndeterminate\t*1;\t*4;\t;\t\tIndeterminate
      """)
    #expect(
      read.calls == [
        "S1 CYP2C19 *1/*2 by PyPGx told Intermediate Metabolizer (lists '*17' for another phase)",
        "S1 CYP2D6 no call by PyPGx (could not settle the copy number)",
      ])
  }

  @Test func `a table's head gives its columns in any order`() throws {
    let read = try OutsideFixture.read(
      """
      # a cohort
      Phenotype\tDiplotype\tSample ID\tGene
      Normal Metabolizer\t*1/*1\tS1\tCYP2C19
      PM\t.\tS2\tCYP2C19
      .\t*1/*2 OR *1/*30\tS3\tCYP2C19
      """)
    #expect(
      read.calls == [
        "S1 CYP2C19 *1/*1 by another program told Normal Metabolizer",
        "S2 CYP2C19 Poor Metabolizer by another program",
        "S3 CYP2C19 *1/*2 by another program", "S3 CYP2C19 *1/*30 by another program",
      ])
  }

  @Test func `a program's table of genotypes tells a phenotype, and a laboratory's states one`()
    throws
  {
    let rows = "CYP2C19\t*1/*2\tPoor Metabolizer\n"
    #expect(
      try OutsideFixture.read("Gene\tGenotype\tMetabolism status\n" + rows).calls == [
        "- CYP2C19 *1/*2 by another program told Poor Metabolizer"
      ])
    let stated = try OutsideCallParser(genes: FixtureGenes.bySymbol).parse(
      "Gene\tDiplotype\tPhenotype\n" + rows, file: "t.tsv")
    #expect(stated.calls.map(\.phenotype) == ["Poor Metabolizer"])
  }

  @Test func `two haplotype columns make a diplotype, and half of one makes none`() throws {
    let read = try OutsideFixture.read(
      "sample\tgene\thap1\thap2\nS1\tCYP2D6\t*1\t*4\nS2\tCYP2D6\t*1\t.\nS3\tCYP2D6\t.\t.")
    #expect(
      read.calls == [
        "S1 CYP2D6 *1/*4 by another program",
        "S2 CYP2D6 no call by another program (states '*1/.', which is not used as a diplotype)",
        "S3 CYP2D6 no call by another program",
      ])
  }

  @Test func `PharmCAT's report as a table is PharmCAT's`() throws {
    let read = try OutsideFixture.read(
      """
      PharmCAT v3.1.0
      Gene\tSource Diplotype\tPhenotype\tActivity Score\tHaplotype 1\tHaplotype 2\tRecommendation Lookup Diplotype
      CYP2C19\t*1/*2\tIntermediate Metabolizer\t\t*1\t*2\t*1/*2
      TPMT\tUnknown/Unknown\tNo Result\t\t\t\t
      """)
    #expect(
      read.calls == [
        "- CYP2C19 *1/*2 by PharmCAT told Intermediate Metabolizer", "- TPMT no call by PharmCAT",
      ])
  }

  @Test func `PharmCAT's matcher lists its diplotypes by gene`() throws {
    let read = try OutsideFixture.read(
      """
      {"metadata": {"namedAlleleMatcherVersion": "2.0.0", "sampleId": "S1"},
       "results": [
        {"gene": "CYP2C19", "diplotypes": [
          {"name": "*1/*2", "haplotype1": {"name": "*1"}, "haplotype2": {"name": "*2"}},
          {"name": "*1/*30", "haplotype1": {"name": "*1"}, "haplotype2": {"name": "*30"}}]},
        {"gene": "DPYD", "diplotypes": [], "haplotypeMatches": [
          {"name": "c.498G>A"}, {"name": "c.2846A>T"}]},
        {"gene": "TPMT", "diplotypes": []}]}
      """)
    #expect(
      read.calls == [
        "S1 CYP2C19 *1/*2 by PharmCAT", "S1 CYP2C19 *1/*30 by PharmCAT",
        "S1 DPYD no call by PharmCAT (found 'c.498G>A and c.2846A>T', which it did not put on chromosomes)",
        "S1 TPMT no call by PharmCAT",
      ])
  }

  @Test(arguments: [
    #"{"softwareVersion": "4.2", "sample": "S1", "genes": [{"gene": "CYP2C19", "genotype": "*1/*2;*1/*30"}]}"#,
    #"{"dragenVersion": "4.2", "sample": "S1", "results": {"CYP2C19": {"genotypes": ["*1/*2", "*1/*30"]}}}"#,
    #"[{"DRAGEN": 1, "sampleName": "S1", "geneSymbol": "CYP2C19", "diplotypes": [{"name": "*1/*2"}, {"haplotype1": "*1", "haplotype2": "*30"}]}]"#,
  ])
  func `JSON that names genes and genotypes is read in any frame`(_ text: String) throws {
    let calls = try OutsideFixture.read(text).calls
    #expect(calls.map { $0.prefix(22) }.joined(separator: "|").hasPrefix("S1 CYP2C19 *1/*2 by "))
    #expect(calls.count == 2)
    #expect(calls.last?.hasPrefix("S1 CYP2C19 *1/*30 by ") ?? false)
  }

  @Test func `a no-call and a filter in such JSON are no call`() throws {
    let read = try OutsideFixture.read(
      """
      {"dragenVersion": "4.3", "calls": [
        {"gene": "CYP2C19", "genotype": null}, {"gene": "TPMT", "genotype": "No Call"},
        {"gene": "CYP2D6", "genotype": "*1/*4", "filter": "LowDepth"},
        {"gene": "ZZZ1", "genotype": "*1/*2"}]}
      """)
    #expect(
      read.calls == [
        "- CYP2C19 no call by DRAGEN 4.3", "- TPMT no call by DRAGEN 4.3",
        "- CYP2D6 no call by DRAGEN 4.3 (marks its call 'LowDepth') "
          + "(found '*1/*4', which is not used as a diplotype)",
      ])
    #expect(
      read.remarks == [
        "calls.txt: the knowledge base has no ZZZ1; what DRAGEN says of it is left out"
      ])
  }

  private static let summary =
    "S1\t*10/*2x2\nS2\t[*1/*4]\tPossible novel allele or suballele present\nS3\tNo_call\n"

  @Test func `StellarPGx' summary takes its gene from the file's name`() throws {
    #expect(
      try OutsideFixture.read(Self.summary, file: "run/cyp2d6_summary.txt").calls == [
        "S1 CYP2D6 *2x2/*10 by StellarPGx",
        "S2 CYP2D6 no call by StellarPGx (says 'Possible novel allele or suballele present') "
          + "(says '[*1/*4]')",
        "S3 CYP2D6 no call by StellarPGx",
      ])
    #expect(
      OutsideFixture.refusal(Self.summary)
        == "calls.txt: no row is of a gene the knowledge base has, and the first says 'S1' in its place; "
        + "put the gene's symbol first, or into the file's name where a program's table leaves it out"
    )
  }

  @Test func `Stargazer's table takes its gene from the file's name`() throws {
    let text = """
      name\tstatus\thap1_main\thap2_main\thap1_cand\thap2_cand\tdip_score\tphenotype
      S1\tg\t*1\t*4\t*1\t*4,*10\t1.0\tintermediate_metabolizer
      S2\tng\t.\t.\t.\t.\t.\tunknown
      """
    #expect(
      try OutsideFixture.read(text, file: "S1.cyp2d6.genotype.txt").calls == [
        "S1 CYP2D6 *1/*4 by Stargazer told Intermediate Metabolizer",
        "S2 CYP2D6 no call by Stargazer",
      ])
    #expect(
      OutsideFixture.refusal(text)
        == "calls.txt: this looks like the output of Stargazer, which does not say its gene; "
        + "put the gene's symbol into the file's name")
  }

  @Test func `a name that tells another gene outweighs the one a program usually calls`() throws {
    let text = "Sample\tGenotype\tFilter\nS1\t*1/*2\tPASS\n"
    let gene = { (file: String) in
      try OutsideFixture.read(text, file: file).calls.first?.split(separator: " ")[1]
    }
    #expect(try gene("S1.cyp2c19.tsv") == "CYP2C19")
    #expect(try gene("S1.cyp2d6.tsv") == "CYP2D6")
    #expect(try gene("cyp2c19-and-cyp2d6.tsv") == "CYP2D6")
    #expect(try gene("cyp2c19/S1.tsv") == "CYP2D6")
    // A short symbol may be a sample's name.
    #expect(try gene("TPMT.tsv") == "CYP2D6")
  }

  struct Row: CustomTestStringConvertible {
    var row: String
    var call: String
    var remarks: [String] = []
    var testDescription: String { row }
  }

  @Test(arguments: [
    Row(row: "CYP2D6\t*1≥3/*4", call: "- CYP2D6 *1x≥3/*4 by nobody"),
    Row(
      row: "CYP2D6\t\tCYP2D6 Ultrarapid Metabolizers (UM)",
      call: "- CYP2D6 Ultrarapid Metabolizer by nobody"),
    Row(
      row: "CYP2C19\t\tpoor CYP2C19 metaboliser (PM)", call: "- CYP2C19 Poor Metabolizer by nobody"),
    Row(
      row: "CYP2C19\t*1/*2\tas usual", call: "- CYP2C19 *1/*2 by nobody",
      remarks: [
        "calls.txt, line 1: 'as usual' is not a phenotype the knowledge base has for CYP2C19; it is "
          + "left out, and the diplotype read"
      ]),
    Row(row: "IFNL3\tC/T", call: "- IFNL3 \(reference)/\(variant) by nobody"),
    Row(row: "IFNL3\trs12979860 T/rs12979860(T)", call: "- IFNL3 \(variant)/\(variant) by nobody"),
    Row(row: "rs12979860\tC/C", call: "- IFNL3 \(reference)/\(reference) by nobody"),
    Row(
      row: "IFNL3\tA/C", call: "- IFNL3 \(reference)/A by nobody",
      remarks: [
        "calls.txt, line 1: the knowledge base has no IFNL3 allele 'A'; no function is known for it"
      ]),
  ])
  func `a row of a table is read however it is spelled`(_ row: Row) throws {
    let parser = OutsideCallParser(genes: Self.genes)
    let content = try parser.parse(row.row, file: "calls.txt")
    #expect(content.calls.map(OutsideFixture.line) == [row.call])
    #expect(content.remarks.map(\.description) == row.remarks)
  }

  private static let reference = "rs12979860 reference (C)"
  private static let variant = "rs12979860 variant (T)"

  /// The fixture genes, one of them with what its alleles require.
  private static let genes = {
    var genes = FixtureGenes.bySymbol
    genes["IFNL3"]?.alleles[0].cells = [.init(position: 0, accepted: 1)]
    genes["IFNL3"]?.alleles[1].cells = [.init(position: 0, accepted: 2)]
    return genes
  }()

  @Test func `alternatives may stand in one cell with 'or' between`() throws {
    #expect(
      try OutsideFixture.read("CYP2D6\t*1/*4 or *2/*10").calls == [
        "- CYP2D6 *1/*4 by nobody", "- CYP2D6 *2/*10 by nobody",
      ])
  }

  @Test func `a name of an older nomenclature is followed to a suballele's parent`() throws {
    var gene = FixtureGenes.cyp2d6
    gene.calling.spellings["*57"] = "*36.005"
    let content = try OutsideCallParser(genes: ["CYP2D6": gene]).parse(
      "CYP2D6\t*57/*1", file: "c.tsv")
    #expect(content.calls.map { $0.diplotype?.description } == ["*1/*36"])
    #expect(
      content.remarks.map(\.description) == [
        "c.tsv, line 1: '*57' is today's '*36.005'",
        "c.tsv, line 1: suballele '*36.005' is read as '*36'",
      ])
  }

  @Test func `no number of copies makes anything of an allele without function`() throws {
    let content = try OutsideCallParser(genes: FixtureGenes.bySymbol).parse(
      "CYP2D6\t*1x2/*4xN", file: "c.tsv")
    let result = PhenotypeCaller(genes: FixtureGenes.bySymbol)
      .results(for: [], outside: content.calls)[0]
    #expect(result.activityScores.map { $0?.description } == ["2.0"])
    #expect(result.phenotypes == ["Normal Metabolizer"])
  }

  @Test func `an outside call that fits the sample's own data is not set against another`() throws {
    let own = Fixture.call("CYP2C19", ["*1/*17"], compatible: ["*1/*17", "*1/*2"])
    let note = { (row: String) in
      try OutsideCallParser(genes: FixtureGenes.bySymbol).parse(row, file: "c.tsv").calls
        .applied(to: [own], genes: FixtureGenes.bySymbol)[0].notes
    }
    #expect(
      try note("CYP2C19\t*1/*2") == [.outsideReplacesVariants(Fixture.diplotype("*1/*2"))])
    #expect(
      try note("CYP2C19\t*2/*2") == [.outsideReplacesVariants(Fixture.diplotype("*1/*17"))])
  }

  @Test(arguments: [
    "\"CYP2C19\"\t\"CYP2D6\"\n\"S1\"\t\"*2|*1\"\tNA\n\"S2\"\t\"*1|*Amb\"\t\"*4|*4\"\n",
    "sample\tCYP2C19\tCYP2D6\nS1\t*2/*1\t.\nS2\t*1/*Amb\t*4/*4\n",
  ])
  func `a table may have a column a gene and a row a sample`(_ text: String) throws {
    #expect(
      try OutsideFixture.read(text).calls == [
        "S1 CYP2C19 *1/*2 by another program", "S1 CYP2D6 no call by another program",
        "S2 CYP2C19 *1/*Amb by another program", "S2 CYP2D6 *4/*4 by another program",
      ])
  }

  @Test func `StellarPGx' report of long reads names its sample`() throws {
    let read = try OutsideFixture.read(
      """
      CYP2D6 Star Allele Calling with StellarPGx

      Sample ID: S1

      Sample core variants:
      Hap1: x
      Computed_copy_number: 2

      Result:
      *1/*4
      """)
    #expect(read.calls == ["S1 CYP2D6 *1/*4 by StellarPGx"])
  }

  @Test func `where two programs differ, each is told with its own`() throws {
    let parser = OutsideCallParser(genes: FixtureGenes.bySymbol)
    let cyrius = try parser.parse(
      "Sample\tGenotype\tFilter\nS1\t*1/*4\tPASS\n", file: "c.tsv")
    let aldy = { (diplotype: String) in
      try parser.parse("S1\tCYP2D6\t\(diplotype)\t\(diplotype)\t", file: "a.simple")
    }
    let notes = { (file: OutsideCallFile) in
      file.calls.applied(to: [], genes: FixtureGenes.bySymbol)[0].notes
    }
    #expect(
      try notes(cyrius + aldy("*1/*10")) == [
        .outsideMark(caller: "Cyrius", mark: "says *1/*4"),
        .outsideMark(caller: "Aldy", mark: "says *1/*10"),
      ])
    #expect(try notes(cyrius + aldy("*1/*4")).isEmpty)
  }
}
