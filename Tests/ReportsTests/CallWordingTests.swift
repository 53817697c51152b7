import Evidence
import Genome
import Guidance
import GuidanceFixtures
import Knowledge
import Reports
import StarAlleles
import Testing

struct CallWordingTests {
  private let wording = CallWording(gene: FixtureGenes.cyp2c19, assembly: .grch38)

  @Test(arguments: [
    (NotCalledReason.noData, "No position of CYP2C19 has data in the input."),
    (
      .requiredPositionMissing([1]),
      "CYP2C19 can't be called without rs4244285 (chr10:94781859), which has no data."
    ),
    (
      .requiredPositionMissing([0, 1]),
      "CYP2C19 can't be called without rs12248560 (chr10:94761900) and rs4244285 (chr10:94781859), "
        + "which have no data."
    ),
    (.halfCall([1]), "One allele is missing from the genotype at rs4244285 (chr10:94781859)."),
    (.noMatch, "No pair of known CYP2C19 haplotypes explains the alleles seen."),
    (
      .needsStructure("copies do not show"),
      "CYP2C19 can't be called from the reads: copies do not show."
    ),
    (
      .needsOutsideCall,
      "CYP2C19 can't be called from a VCF; a laboratory's result is needed."
    ),
    (.outsideNoCall, "The outside call says that CYP2C19 could not be called."),
  ])
  func `why there is no call is a sentence`(reason: NotCalledReason, sentence: String) {
    #expect(wording.sentence(reason) == sentence)
    #expect(!wording.remedy(reason).isEmpty)
  }

  @Test(arguments: [
    (
      CallNote.undocumentedCountedAsReference(position: 1, allele: "C"),
      "rs4244285 (chr10:94781859) shows C, which no CYP2C19 definition lists; it was counted as the "
        + "reference."
    ),
    (
      .undocumented(position: 1, allele: "C"),
      "rs4244285 (chr10:94781859) shows C, which no CYP2C19 definition lists."
    ),
    (
      .mitochondrialShare(position: 1, allele: 1, count: 12, depth: 200),
      "12 of 200 reads at rs4244285 (chr10:94781859) show A (6 %), so a part of the mitochondria "
        + "carries it (heteroplasmy)."
    ),
    (
      .mitochondrialShare(position: 1, allele: 1, count: 196, depth: 200),
      "196 of 200 reads at rs4244285 (chr10:94781859) show A (98 %)."
    ),
    (
      .prioritised(over: [Fixture.diplotype("*4/*17")]),
      "The same genotype also fits *4/*17; the gene's priority list decided."
    ),
    (
      .linkedTagWithoutCausal(causal: 0, tag: 1),
      "rs4244285 (chr10:94781859) is variant but the causal rs12248560 (chr10:94761900) was not seen "
        + "to be; the haplotype they mark together was not counted on the tag alone."
    ),
    (
      .inferredFromPosition(1),
      "No pair of haplotypes fits; the result was read off rs4244285 (chr10:94781859) alone."
    ),
    (.copyNumberBinned(from: "*1x5", to: "*1x≥3"), "*1x5 was looked up as *1x≥3."),
    (
      .outsideReplacesVariants(Fixture.diplotype("*1/*1")),
      "The outside call was used; the sample's own data say *1/*1."
    ),
    (
      .unknownOutsideAllele("*99"),
      "The knowledge base has no CYP2C19 allele *99, so nothing is known of it."
    ),
    (
      .outsideMark(caller: "Cyrius", mark: "marks its call 'LowQ_high_CN'"),
      "Cyrius marks its call 'LowQ_high_CN'."
    ),
    (
      .hemizygosityUncertain,
      "One X chromosome can't be told from two alike: every genotype has two equal alleles."
    ),
    (
      .statedDisagrees(stated: "a", derived: "b"),
      "The outside call states a, but its parts give b."
    ),
    (
      .xChromosomes(1, .readDepth(x: 0.98, y: 1.03)),
      "One X chromosome (by read depth: X 0.98, Y 1.03), so there is one copy of CYP2C19."
    ),
    (
      .xChromosomes(2, .genotypes(heterozygous: 3, haploid: 0)),
      "Two X chromosomes (by 3 heterozygous positions), so there are two copies of CYP2C19."
    ),
    (
      .xChromosomesContradicted(1, .stated, positions: [1]),
      "One X chromosome (as stated) would be expected, but rs4244285 (chr10:94781859) is "
        + "heterozygous, which one X can't be; the genotypes were used as they are."
    ),
    (
      .xChromosomesContradicted(2, .stated, positions: [1]),
      "Two X chromosomes (as stated) would be expected, but rs4244285 (chr10:94781859) has a single "
        + "allele, which is one too few; the genotypes were used as they are."
    ),
  ])
  func `every remark is a sentence`(note: CallNote, sentence: String) {
    #expect(wording.sentence(note) == sentence)
  }

  @Test func `what another program tells of a diplotype is a sentence`() {
    #expect(
      wording.sentence(
        .callerTellsOtherwise(told: "Poor Metabolizer", derived: "Intermediate Metabolizer"))
        == "The program that made the call gives poor metaboliser for it; by the knowledge base it "
        + "is intermediate metaboliser, which was used.")
  }

  @Test func `every reason for no data is a phrase`() throws {
    let trace = try ReportFixture.trace(filters: ["LowQual", "q10"])
    let reasons: [(NoDataReason, String)] = [
      (.absent, "not in the file"), (.noCall(trace), "genotype missing"),
      (.lowQuality(trace), "depth 31, genotype quality 99: too low"),
      (.filtered(trace), "failed filter LowQual and q10"),
      (.referenceMismatch(trace), "REF G is not the GRCh38 base"),
      (.hiddenByStructure(trace), "hidden by a deletion or symbolic allele"),
      (.alleleDepthConflict(trace), "reads support one allele, the genotype names two"),
      (.conflictingRecords(trace), "records contradict each other"),
      (.notOnAssembly, "not on GRCh38"),
      (
        .foreignContig,
        "the reads were aligned to another sequence than the one GRCh38 has there"
      ),
      (
        .readsContradictRecord(trace, ReportFixture.support),
        "the record says G>A 1/1, 30 reads surely show another genotype"
      ),
    ]
    for (reason, phrase) in reasons { #expect(wording.phrase(reason) == phrase) }
  }

  @Test(
    arguments: [
      (.noReads, "no reads"), (.tooFew, "too few reads: 30, 3 more of unsure place or base"),
      (.uninformative, "2 reads, none of which tells the alleles apart"),
      (.unclear, "30 reads, but no genotype is sure enough, 3 more of unsure place or base"),
      (.strandBiased, "30 reads, but an allele is seen on one strand only"),
      (.deleted, "30 reads beside reads in which a deletion takes the position away"),
      (
        .mixed,
        "30 reads with several alleles where one copy is expected, the most frequent in 60 %"
      ),
    ] as [(ReadGap, String)])
  func `every reason for reads to tell nothing is a phrase`(gap: ReadGap, phrase: String) {
    #expect(wording.phrase(.reads(gap, ReportFixture.support)) == phrase)
  }
}
