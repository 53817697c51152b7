import Testing

struct GeneBreakTests {
  @Test(arguments: fileBreaks + positionBreaks + alleleBreaks + callingBreaks + phenotypeBreaks)
  func `a fault in a gene is told with its line and what to do`(fault: Break) throws {
    let folder = try FixtureFolder()
    try folder.replace(fault.old, by: fault.new, in: fault.file)
    #expect(folder.errors.sorted() == fault.sentences)
  }

  private static let alpha = "genes/ALPHA.yaml"
  private static let beta = "genes/BETA.yaml"

  private static let fileBreaks = [
    Break(
      alpha, "gene: ALPHA", "gene: ALPHB",
      "1: the file is not named for its gene, found 'ALPHB'; name the file 'ALPHB.yaml'"),
    Break(
      alpha, "inheritance: autosomal", "inheritance: maternal",
      "3: 'inheritance' of a gene is not known, found 'maternal'; "
        + "use one of autosomal, chromosomeX, mitochondrial"),
    Break(
      alpha, "contig: chr10", "contig: chr99",
      "2: 'contig' of a gene is not known, found 'chr99'; "
        + "use one of chr1 to chr22, chrX, chrY, chrM",
      "7: the gene has positions but no contig; add 'contig'"),
    Break(
      alpha, "contig: chr10", "chromosome: chr10",
      "2: a gene has no field of that name, found 'chromosome'; use one of gene, contig, "
        + "inheritance, sources, positions, alleles, calling, phenotype, evidence",
      "7: the gene has positions but no contig; add 'contig'"),
    Break(
      alpha, "version: \"2025-01-02\", ", "",
      "5: a source lacks 'version'; add the field"),
    Break(
      alpha, "caveat: a sample", "method: diplotype",
      "17: a mapping has a key twice, found 'method'; keep one of them"),
  ]

  private static let positionBreaks = [
    Break(
      alpha, "id: rs2,", "id: rs1,",
      "8: two positions have the same id, found 'rs1'; keep one of them",
      "11: allele '*1' names a position the gene does not list, found 'rs2'; "
        + "add the position or correct its id",
      "13: allele '*3' names a position the gene does not list, found 'rs2'; "
        + "add the position or correct its id",
      "23: the linked pair names a position the gene does not list, found 'rs2'; "
        + "add the position or correct its id",
      "24: 'tierOnePositions' names a position the gene does not list, found 'rs2'; "
        + "add the position or correct its id"),
    Break(
      alpha, "grch38: 200", "grch38: 0",
      "8: 'grch38' of a position is no coordinate, found '0'; count from 1"),
    Break(
      alpha, "grch38: 200", "grch38: two",
      "8: 'grch38' of a position must be a whole number, found 'two'; write digits only"),
    Break(
      alpha, "grch38: 100", "grch38: 250",
      "8: the positions are not sorted by GRCh38 coordinate, found 'rs2'; move it before 'rs1'"),
    Break(
      alpha, "grch37Reference: 1", "grch37Reference: 2",
      "7: 'grch37Reference' of position 'rs1' is no index into its alleles, found '2'; "
        + "use 0 to 1"),
    Break(
      alpha, "[G, A, C]", "[G, A, A]",
      "9: a position needs 2 to 16 different alleles, found 'G, A, A'; list each once"),
    Break(
      alpha, "[G, A, C]", "[G, a]",
      "9: an allele must be written in A, C, G and T, found 'a'; write it as VCF does"),
    Break(
      alpha, "role: extra", "role: spare",
      "9: 'role' of a position is not known, found 'spare'; use one of defining, ignored, extra"),
    Break(
      alpha, "bases: GCATATATG", "bases: GCCTATATG",
      "8: the context of position 'rs2' disagrees with its reference allele, found 'GCCTATATG'; "
        + "give the reference bases from the position on"),
    Break(
      alpha, "bases: GCATATATG", "bases: GCATN",
      "8: 'bases' of a context must be written in A, C, G and T, found 'GCATN'; "
        + "give reference bases"),
    Break(
      alpha, "role: extra", "role: defining",
      "11: the reference haplotype '*1' lacks a cell, found 'rs3'; "
        + "name its allele there, or give the position a role"),
  ]

  private static let alleleBreaks = [
    Break(
      alpha, "{name: \"*3\"", "{name: \"*2\"",
      "13: two alleles have the same name, found '*2'; keep one of them",
      "21: 'unphasedPriorities' names a diplotype the gene can't have, found '*1/*3'; "
        + "write two alleles of the gene as A/B",
      "23: the linked pair names an allele the gene does not have, found '*3'; "
        + "name an allele of the gene",
      "31: a phenotype rule names a function no allele has, found 'Decreased function'; "
        + "use the functions of the alleles"),
    Break(
      alpha, "{rs2: C}", "{rs9: C}",
      "13: allele '*3' names a position the gene does not list, found 'rs9'; "
        + "add the position or correct its id"),
    Break(
      alpha, "{rs2: C}", "{rs2: G}",
      "13: allele '*3' names an allele that position 'rs2' does not have, found 'G'; "
        + "use one of CAT, C"),
    Break(
      alpha, "{rs2: C}", "{rs1: T}",
      "13: allele '*3' has the same cells as '*2'; correct one of them, or give it 'reportedAs'"),
    Break(
      alpha, "reportedAs: \"*2\"", "reportedAs: \"*9\"",
      "15: allele '*5' is reported as an allele the gene does not have, found '*9'; "
        + "name an allele of the gene"),
    Break(
      alpha, "{rs1: C, rs2: CAT}", "{rs1: C}",
      "11: the reference haplotype '*1' lacks a cell, found 'rs2'; "
        + "name its allele there, or give the position a role"),
    Break(
      beta, "activity: \"1.0\"", "activity: high",
      "9: 'activity' of an allele is no activity value, found 'high'; write it as 0.25 or ≥3.0"),
  ]

  private static let callingBreaks = [
    Break(
      alpha, "method: diplotype", "method: guess",
      "17: 'method' of calling is not known, found 'guess'; "
        + "use one of diplotype, lowestFunction, structural, variants, outsideOnly"),
    Break(
      alpha, "undocumentedCountsAsReference: true", "undocumentedCountsAsReference: yes",
      "19: 'undocumentedCountsAsReference' of calling must be true or false, found 'yes'; "
        + "write true or false"),
    Break(
      alpha, "requiredPositions: [rs1]", "requiredPositions: [rs8]",
      "18: 'requiredPositions' names a position the gene does not list, found 'rs8'; "
        + "add the position or correct its id"),
    Break(
      alpha, "haplotypes: {C: \"*1\", T: \"*2\"}", "haplotypes: {C: \"*1\"}",
      "22: the fallback does not name a haplotype for each allele of its position, "
        + "found 'C'; name one for each of C, T"),
    Break(
      alpha, "haplotypes: {C: \"*1\", T: \"*2\"}", "haplotypes: {C: \"*1\", T: \"*9\"}",
      "22: the fallback names an allele the gene does not have, found '*9'; "
        + "name an allele of the gene"),
    Break(
      alpha, "haplotypes: {C: \"*1\", T: \"*2\"}", "haplotypes: {C: \"*1\", T: \"*2\", G: \"*2\"}",
      "22: the fallback names an allele its position does not have, found 'G'; use one of C, T"),
    Break(
      alpha, "copyNumberCaps: {\"*1\": 3}", "copyNumberCaps: {\"*1\": 1}",
      "25: a copy number cap must be at least 2, found '1'; write a whole number"),
    Break(
      alpha, "copyNumberCaps: {\"*1\": 3}", "copyNumberCaps: {\"*9\": 3}",
      "25: 'copyNumberCaps' names an allele the gene does not have, found '*9'; "
        + "name an allele of the gene"),
    Break(
      alpha, "copyNumberCaps: {\"*1\": 3}",
      "copyNumberCaps: {\"*1\": 3}\n  spellings: {\"*2\": \"*1\", \"*2Z\": \"*2\"}",
      "26: 'spellings' renames an allele the gene has, found '*2'; name a spelling that is no allele"
    ),
    Break(
      beta, "method: lowestFunction",
      "method: lowestFunction\n  functionOrder: [No function, Lost function, No function]",
      "13: 'functionOrder' names a function no allele has, found 'Lost function'; "
        + "use the functions of the alleles",
      "13: 'functionOrder' names a function twice, "
        + "found 'No function, Lost function, No function'; keep one of them"),
    Break(
      alpha, "method: diplotype",
      "method: lowestFunction\n  functionOrder: [No function, Normal function]",
      "18: 'functionOrder' lacks a function of alleles without activity, "
        + "found 'Decreased function'; add it, the most severe function first"),
  ]

  private static let phenotypeBreaks = [
    Break(
      alpha, "  functionPairs:", "  pairs:",
      "28: phenotype has no field of that name, found 'pairs'; "
        + "use one of functionPairs, activityScore, watchedAlleles, diplotype",
      "28: phenotype must have one of its four forms; "
        + "give functionPairs, activityScore, watchedAlleles or diplotype"),
    Break(
      alpha, "[Normal function, Normal]", "[Normal]",
      "33: a function rule has one or two functions and a phenotype, found 'Normal'; "
        + "write [function, function, phenotype]"),
    Break(
      alpha, "[Normal function, Normal]", "[Lost function, Normal]",
      "33: a phenotype rule names a function no allele has, found 'Lost function'; "
        + "use the functions of the alleles"),
    Break(
      alpha, "[Normal function, Normal]", "[Normal function, No function, Poor]",
      "33: 'No function + Normal function' gives 'Intermediate' in one rule and 'Poor' in another, "
        + "found 'No function + Normal function'; keep one of them"),
    Break(
      alpha, "[Normal function, Normal]", "[No function, No function, Poor]",
      "33: a phenotype rule is written twice, found 'No function + No function'; "
        + "keep one of them"),
    Break(
      beta, "from: \"1.0\"", "from: \"0.5\"",
      "16: the scores of 'Intermediate' overlap those of 'Poor'; let each score give one phenotype",
      otherFile: [intermediateIsCovered]),
    Break(
      beta, "from: \"2.0\"", "from: \"≥2.0\"",
      "17: 'from' of a score rule is no activity score, found '≥2.0'; write it as \"0.25\""),
    Break(
      beta, "from: \"1.0\", to: \"1.5\"", "from: \"1.5\", to: \"1.0\"",
      "16: a score rule ends below its start, found 'Intermediate'; swap from and to",
      otherFile: [intermediateIsCovered]),
    Break(
      beta, "grch38: 700, grch37: 700}\n",
      "grch38: 700, grch37: 700}\n"
        + "  - {id: rs8, hgvs: g.700T>G, alleles: [T, G], grch38: 701, grch37: 700}\n",
      "8: the reference base of GRCh37 at chr1:700 is A by BETA rs7, found 'T by BETA rs8'; "
        + "correct the one that the assembly does not have",
      "10: the reference haplotype 'Reference' lacks a cell, found 'rs8'; "
        + "name its allele there, or give the position a role"),
  ]

  /// What the drug says once the ranges of BETA's scores meet.
  private static let intermediateIsCovered =
    "drugs/samplamine.yaml, line 6: guideline 'G1' leaves out results of BETA that a rule covers, "
    + "found 'Intermediate'; remove them from 'leavesOut'"
}
