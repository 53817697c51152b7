import Guidance
import Testing

/// The outputs of callers of star alleles, in their shapes.
struct CallerFormatTests {
  @Test func `Cyrius' table has a row a sample, and its filters stay with the call`() throws {
    let read = try OutsideFixture.read(
      """
      Sample\tGenotype\tFilter
      S1\t*1/*36+*36+*10\tPASS
      S2\t*1/*41;*2/*10\tMore_than_one_possible_genotype
      S3\t*1_*2_*68\tNot_assigned_to_haplotypes
      S4\t*1x4\tNot_assigned_to_haplotypes
      S5\tNone\tNone
      S6\t*2x6/*10\tLowQ_high_CN
      S7\t*1/*2\tSome_new_doubt
      """)
    #expect(
      read.calls == [
        "S1 CYP2D6 *1/*36x2 + *10 by Cyrius",
        "S2 CYP2D6 *1/*41 by Cyrius (marks its call 'More_than_one_possible_genotype')",
        "S2 CYP2D6 *2/*10 by Cyrius (marks its call 'More_than_one_possible_genotype')",
        "S3 CYP2D6 no call by Cyrius (marks its call 'Not_assigned_to_haplotypes') "
          + "(found '*1_*2_*68', which is not used as a diplotype)",
        "S4 CYP2D6 no call by Cyrius (marks its call 'Not_assigned_to_haplotypes') "
          + "(found '*1x4', which is not used as a diplotype)",
        "S5 CYP2D6 no call by Cyrius (marks its call 'None')",
        "S6 CYP2D6 *2x6/*10 by Cyrius (marks its call 'LowQ_high_CN')",
        "S7 CYP2D6 no call by Cyrius (marks its call 'Some_new_doubt') "
          + "(found '*1/*2', which is not used as a diplotype)",
      ])
    #expect(read.remarks.isEmpty)
  }

  @Test func `Cyrius' JSON says the same`() throws {
    let read = try OutsideFixture.read(
      """
      {"S1": {"Coverage_MAD": 0.05, "Total_CN": 4, "Genotype": "*4/*68+*4", "Filter": "PASS",
              "Variant_raw_count": {"g.1A>C": [3, 4]}, "d67_snp_raw": [1.98, NaN]},
       "S2": {"Total_CN": null, "Genotype": null, "Filter": null}}
      """)
    #expect(
      read.calls == ["S1 CYP2D6 *4/*68 + *4 by Cyrius", "S2 CYP2D6 no call by Cyrius"])
  }

  @Test func `Aldy's solutions are alternatives, each once`() throws {
    let read = try OutsideFixture.read(
      """
      #Sample\tGene\tSolutionID\tMajor\tMinor\tCopy\tAllele\tLocation\tType\tCoverage\tEffect\tdbSNP\tCode\tStatus
      #Solution 1: *1.001, *4.021, *4.013; gene=X-pharmvar-6; cpic=intermediate; cpic_score=1.0
      S1\tCYP2D6\t1\t*1/*4+*4\t1.001;4.021;4.013\t0\t1.001\t\t\t\t\t\t\t
      S1\tCYP2D6\t1\t*1/*4+*4\t1.001;4.021;4.013\t1\t4.021\t42128945\tC>T\t20\tsplice\trs1\t\tNORMAL
      #Solution 2: *10.002, *41.001; gene=X-pharmvar-6; cpic=intermediate; cpic_score=0.5
      S1\tCYP2D6\t2\t*41/*10\t41.001;10.002\t0\t41.001
      """)
    #expect(
      read.calls == [
        "S1 CYP2D6 *1/*4x2 by Aldy told Intermediate Metabolizer",
        "S1 CYP2D6 *10/*41 by Aldy told Intermediate Metabolizer",
      ])
  }

  @Test func `an allele that Aldy found changed is not the one it is like`() throws {
    let read = try OutsideFixture.read(
      """
      #Sample\tGene\tSolutionID\tMajor\tMinor\tCopy\tAllele
      S1\tCYP2D6\t1\t*1-like/*4\t1;4\t0\t1
      """)
    #expect(read.calls == ["S1 CYP2D6 *1-like/*4 by Aldy"])
    #expect(
      read.remarks == [
        "calls.txt, line 2: the knowledge base has no CYP2D6 allele '*1-like'; no function is known "
          + "for it"
      ])
  }

  @Test func `Aldy 1's report names gene and diplotype in comments`() throws {
    let read = try OutsideFixture.read(
      """
      # Aldy v1.0
      # Gene: CYP2D6
      # Number of solutions: 1

      # Solution 0
      # Predicted diplotype: *2/*68+*4
      # Composition: 2MW,68,4
      Copy\tAllele\tLocation
      0\t2MW\t42522311
      """)
    #expect(read.calls == ["- CYP2D6 *2/*68 + *4 by Aldy 1.0"])
  }

  private static let stellar = """
    --------------------------------------------

    CYP2D6 Star Allele Calling with StellarPGx

    --------------------------------------------

    Initially computed CN = 2


    Sample core variants:
    42126611~C>G~1/1;42128945~C>T~0/1


    Candidate alleles:
    ['17.v1_4.v1']


    Result:
    *4/*17


    Activity score:
    0.5


    Metaboliser status:
    Intermediate metaboliser (IM)

    """

  @Test func `StellarPGx' report names its gene in the heading`() throws {
    let read = try OutsideFixture.read(Self.stellar)
    #expect(
      read.calls == ["- CYP2D6 *4/*17 by StellarPGx told Intermediate Metabolizer"])
  }

  @Test func `several StellarPGx reports may stand in one file`() throws {
    let two =
      Self.stellar
      + Self.stellar.replacing("CYP2D6 Star", with: "CYP2C19 Star")
      .replacing("*4/*17", with: "*2/*2").replacing("0.5", with: "Indeterminate")
    #expect(
      try OutsideFixture.read(two).calls == [
        "- CYP2D6 *4/*17 by StellarPGx told Intermediate Metabolizer",
        "- CYP2C19 *2/*2 by StellarPGx told Intermediate Metabolizer",
      ])
  }

  @Test(arguments: ["No_call", "Possible novel allele or suballele present"])
  func `text in place of StellarPGx' result is no call`(_ text: String) throws {
    let read = try OutsideFixture.read(Self.stellar.replacing("*4/*17", with: text))
    #expect(read.calls == ["- CYP2D6 no call by StellarPGx (says '\(text)')"])
  }

  private static let pypgx = """
    \tGenotype\tPhenotype\tHaplotype1\tHaplotype2\tAlternativePhase\tVariantData\tCNV
    S1\t*1/*4\tIntermediate Metabolizer\t*1;\t*4;*10;\t;\t*4:22-1-C-T:0.4;\tNormal
    S2\t*2/*10\tNormal Metabolizer\t*2;\t*10;\t*41;\t*41:22-2-C-T:0.5;\tNormal
    S3\tIndeterminate\tIndeterminate\t*1;\t*2;\t;\t\tIndeterminate
    """

  @Test func `PyPGx' table takes its gene from the archive`() throws {
    let read = try OutsideFixture.read(
      Self.pypgx, file: "results.zip",
      metadata: ["Gene": "CYP2D6", "SemanticType": "SampleTable[Results]"])
    #expect(
      read.calls == [
        "S1 CYP2D6 *1/*4 by PyPGx told Intermediate Metabolizer",
        "S2 CYP2D6 *2/*10 by PyPGx told Normal Metabolizer (lists '*41' for another phase)",
        "S3 CYP2D6 no call by PyPGx (could not settle the copy number)",
      ])
  }

  @Test func `PyPGx' table without its archive takes its gene from the file's name`() throws {
    let read = try OutsideFixture.read(Self.pypgx, file: "out/S1.cyp2d6-results.tsv")
    #expect(read.calls.first == "S1 CYP2D6 *1/*4 by PyPGx told Intermediate Metabolizer")
  }

  @Test func `a man's X chromosome has one haplotype`() throws {
    let read = try OutsideFixture.read(
      """
      \tGenotype\tPhenotype\tHaplotype1\tHaplotype2\tAlternativePhase\tVariantData\tCNV
      S1\tMALE/A- 202A_376G\tG6PD Deficient\tA- 202A_376G;\t;\t;\t\tNormal
      """, file: "results.zip", metadata: ["Gene": "G6PD"])
    #expect(read.calls == ["S1 G6PD A- 202A_376G by PyPGx told Deficient"])
  }

  @Test func `pb-StarPhase lists alternatives by gene, and states its version`() throws {
    let read = try OutsideFixture.read(
      """
      {"pbstarphase_version": "1.4.0-abc",
       "database_metadata": {"build_time": "2030-01-01"},
       "gene_details": {
         "CYP2C19": {"diplotypes": [
           {"hap1": "*2", "hap2": "*1", "diplotype": "*2/*1"},
           {"hap1": "*1", "hap2": "*30", "diplotype": "*1/*30"}], "variant_details": []},
         "CYP2D6": {"diplotypes": [
           {"hap1": "*4.001+*68", "hap2": "*4.002", "diplotype": "*4.001+*68/*4.002"}]},
         "HLA-B": {"diplotypes": [
           {"hap1": "15:02:01:01", "hap2": "57:01:01:01", "diplotype": "15:02/57:01"}]},
         "TPMT": {"diplotypes": [{"hap1": "NO_MATCH", "hap2": "NO_MATCH"}]},
         "DPYD": {"diplotypes": []},
         "MT-RNR1": {"diplotypes": [{"hap1": "Reference", "hap2": "Reference"}]},
         "NEWGENE": {"diplotypes": [{"hap1": "*1", "hap2": "*1"}]}}}
      """)
    let caller = "by pb-StarPhase 1.4.0-abc"
    #expect(
      read.calls == [
        "- CYP2C19 *1/*2 \(caller)", "- CYP2C19 *1/*30 \(caller)",
        "- CYP2D6 *4/*68 + *4 \(caller)", "- HLA-B *15:02/*57:01 \(caller)",
        "- TPMT no call \(caller) (found no diplotype that matches)",
        "- DPYD no call \(caller) (found no diplotype that matches)",
        "- MT-RNR1 Reference \(caller)",
      ])
    #expect(
      read.remarks.last
        == "calls.txt: the knowledge base has no NEWGENE; what pb-StarPhase says of it is left out")
  }

  @Test func `pb-StarPhase's table for PharmCAT says in words that it has no single answer`() throws
  {
    let read = try OutsideFixture.read(
      "#gene\tdiplotype\nCYP2C19\tMultiple/Multiple\nCYP2D6\t[*68+*4]/*1\nDPYD\tNO_MATCH/NO_MATCH\n"
    )
    #expect(
      read.calls == [
        "- CYP2C19 no call by nobody", "- CYP2D6 *1/*68 + *4 by nobody", "- DPYD no call by nobody",
      ])
    #expect(
      read.remarks == [
        "calls.txt, line 2: 'Multiple/Multiple' is no diplotype of CYP2C19 and is read as no call",
        "calls.txt, line 4: 'NO_MATCH/NO_MATCH' is no diplotype of DPYD and is read as no call",
      ])
  }

  @Test func `DRAGEN names some genes in a list and others as members`() throws {
    let read = try OutsideFixture.read(
      """
      {"softwareVersion": "4.3.6", "sampleId": "S1",
       "locusAnnotations": [
         {"gene": "CYP2C19", "genotype": "*1/*2;*1/*30", "phenotypeDatabaseAnnotation": "None"},
         {"gene": "MT-RNR1", "genotype": "Reference"},
         {"gene": "G6PD", "genotype": "B(reference)/A- 202A_376G"},
         {"gene": "BCHE", "genotype": "Negative"}],
       "cyp2d6": {"totalCopyNumber": 4, "genotype": "*1/*4", "genotypeFilter": "PASS",
                  "phenotypeDatabaseAnnotation": "Intermediate Metabolizer"},
       "smn": {"smn1CopyNumber": 2}}
      """)
    let caller = "by DRAGEN 4.3.6"
    #expect(
      read.calls == [
        "S1 CYP2C19 *1/*2 \(caller)", "S1 CYP2C19 *1/*30 \(caller)",
        "S1 MT-RNR1 Reference \(caller)", "S1 G6PD B (reference)/A- 202A_376G \(caller)",
        "S1 CYP2D6 *1/*4 \(caller) told Intermediate Metabolizer",
      ])
    #expect(
      read.remarks == [
        "calls.txt: the knowledge base has no BCHE; what DRAGEN says of it is left out"
      ])
  }

  @Test func `PharmCAT's report is read gene by gene`() throws {
    let read = try OutsideFixture.read(
      """
      {"title": "x", "pharmcatVersion": "v3.1.0", "matcherMetadata": {"sampleId": "S1"},
       "genes": {
        "CYP2C19": {"callSource": "MATCHER", "sourceDiplotypes": [
          {"allele1": {"name": "*1"}, "allele2": {"name": "*2"}, "outsidePhenotype": false,
           "phenotypes": ["Intermediate Metabolizer"]}], "recommendationDiplotypes": []},
        "DPYD": {"callSource": "MATCHER", "sourceDiplotypes": [
          {"allele1": {"name": "c.498G>A"}, "allele2": null, "phenotypes": []},
          {"allele1": {"name": "c.2846A>T"}, "allele2": null, "phenotypes": []}],
          "recommendationDiplotypes": [
          {"allele1": {"name": "c.498G>A"}, "allele2": {"name": "c.2846A>T"}, "phenotypes": []}]},
        "HLA-A": {"callSource": "OUTSIDE", "sourceDiplotypes": [
          {"allele1": null, "allele2": null, "outsidePhenotype": true,
           "phenotypes": ["*31:01 positive"]}]},
        "TPMT": {"callSource": "NONE", "sourceDiplotypes": [
          {"allele1": {"name": "Unknown"}, "allele2": {"name": "Unknown"},
           "phenotypes": ["No Result"]}]}}}
      """)
    let caller = "by PharmCAT v3.1.0"
    #expect(
      read.calls == [
        "S1 CYP2C19 *1/*2 \(caller) told Intermediate Metabolizer",
        "S1 DPYD c.498G>A/c.2846A>T \(caller)", "S1 HLA-A *31:01 positive \(caller)",
        "S1 TPMT no call \(caller)",
      ])
  }

  @Test func `PharmCAT's phenotyper groups genes by source in its second version`() throws {
    let gene = """
      {"sourceDiplotypes": [{"allele1": {"name": "*1"}, "allele2": {"name": "*2"}}]}
      """
    let read = try OutsideFixture.read(
      """
      {"geneReports": {"CPIC": {"TPMT": \(gene)}, "DPWG": {"TPMT": \(gene), "CYP2C19": \(gene)}}}
      """)
    #expect(
      read.calls == ["- TPMT *1/*2 by PharmCAT", "- CYP2C19 *1/*2 by PharmCAT"])
  }
}
