import Genome
import StarAlleles
import Testing

@testable import Reports

struct CopyWordingTests {
  private let wording = CopyWording(gene: "CYP2C19") { "rs\($0 + 1)" }

  private static func note(
    _ copies: [Int?], _ conclusion: CopyNote.Conclusion, fitting: [[String]] = [],
    limits: String? = nil
  ) -> CopyNote {
    CopyNote(
      parts: copies.enumerated().map { index, count in
        CopyNote.Part(
          name: copies.count == 1 ? "the gene" : "exon \(index + 1)", place: nil,
          depth: count.map { Double($0) + 0.04 }, standardError: 0.1, copies: count)
      }, conclusion: conclusion, confidence: 1, alternatives: fitting, limits: limits)
  }

  private static let alternate = AlternateSequence(accession: "KI270879.1", length: 304_135)

  private static let cases: [(CopyNote, String)] = [
    (
      note([2, 2], .twoCopies(lookedFor: ["*36", "*37"]), limits: "Small ones do not show"),
      "Read depth shows two copies of CYP2C19 (2.04, 2.04); *36 and *37 were looked for and not seen. "
        + "Small ones do not show."
    ),
    (
      note([nil, 2], .twoCopies(lookedFor: ["*36"])),
      "Read depth shows two copies of CYP2C19 (2.04), exon 1 not measured; *36 was looked for and not "
        + "seen."
    ),
    (
      note([1], .event([["*36"]])),
      "Read depth shows one copy of CYP2C19 (1.04): *36 on one chromosome."
    ),
    (
      note([0], .event([["*36", "*36"]])),
      "Read depth shows no copy of CYP2C19 (0.04): *36 on both chromosomes."
    ),
    (
      note([1, 2, 2], .event([["*37"]])),
      "Read depth shows one copy of exon 1 (1.04) and two copies of exon 2 and exon 3 (2.04, 2.04): "
        + "*37 on one chromosome."
    ),
    (
      note([4], .event([["x3"], ["x2", "x2"]])),
      "Read depth shows four copies of CYP2C19 (4.04): the gene 2 times on both chromosomes or the "
        + "gene 3 times on one chromosome."
    ),
    (
      note([2, 3], .unexplained),
      "Read depth shows two copies of exon 1 (2.04) and three copies of exon 2 (3.04), which no known "
        + "allele gives."
    ),
    (
      note([nil], .notTold(.betweenCopies), limits: "Twins fit as well"),
      "Read depth does not tell how many copies of CYP2C19 there are: the depth lies between two "
        + "numbers, or scatters too much. Twins fit as well."
    ),
    (
      note([nil], .notTold(.noYardstick(.tooFewStableRegions(covered: 3, of: 39))), limits: "x"),
      "Read depth does not tell how many copies of CYP2C19 there are: the file has reads in 3 of the "
        + "39 regions that depth is compared with, so it is a slice, a panel or an exome."
    ),
    (
      note([nil], .notTold(.noYardstick(.unevenDepth(spread: 0.52)))),
      "Read depth does not tell how many copies of CYP2C19 there are: depth varies by 52 % from place "
        + "to place, as in captured or amplified DNA."
    ),
    (
      note([nil], .notTold(.noYardstick(.tooShallow(depth: 2)))),
      "Read depth does not tell how many copies of CYP2C19 there are: the mean depth is 2.00."
    ),
    (
      note(
        [1, 2], .notTold(.betweenCopies), fitting: [["*36"], [], ["*37"], ["x2", "x2"]],
        limits: "Twins fit as well"),
      "Read depth does not tell how many copies of CYP2C19 there are (1.04, 2.04): the depth lies "
        + "between two numbers, or scatters too much. What fits: *36 on one chromosome, two copies, "
        + "*37 on one chromosome or the gene 2 times on both chromosomes. Twins fit as well."
    ),
    (
      note([nil], .notTold(.withoutAlternate(alternate))),
      "Read depth does not tell how many copies of CYP2C19 there are: this assembly has the gene only "
        + "on KI270879.1, a sequence beside the chromosomes, and the reads were aligned without it; "
        + "align them to a reference that has it, or to another assembly."
    ),
    (
      note([nil], .notTold(.noReadsOnAlternate(alternate))),
      "Read depth does not tell how many copies of CYP2C19 there are: this assembly has the gene only "
        + "on KI270879.1, a sequence beside the chromosomes, and the file holds no read of that "
        + "sequence, not even beside the gene, so its reads were left out."
    ),
    (
      note([nil], .notTold(.notOnAssembly)),
      "Read depth does not tell how many copies of CYP2C19 there are: the gene is not on the "
        + "assembly's chromosomes."
    ),
    (
      note([nil], .notTold(.ambiguousPlacement)),
      "Read depth does not tell how many copies of CYP2C19 there are: too many reads there fit a "
        + "similar gene as well."
    ),
    (
      note([nil], .notTold(.uneven("exons 1 to 4"))),
      "Read depth does not tell how many copies of CYP2C19 there are: the depth changes within exons "
        + "1 to 4."
    ),
    (
      note([1], .notTold(.contradictedByVariants([0, 1]))),
      "Read depth does not tell how many copies of CYP2C19 there are (1.04): rs1 and rs2 are heterozygous "
        + "where the depth would allow one copy at most."
    ),
  ]

  @Test(arguments: cases)
  func `what depth says of copies is a sentence`(note: CopyNote, sentence: String) {
    #expect(wording.sentence(note) == sentence)
  }
}
