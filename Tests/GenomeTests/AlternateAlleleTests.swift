import Genome
import Testing

struct AlternateAlleleTests {
  @Test(
    arguments: [
      ("A", .sequence("A")), ("acgtn", .sequence("ACGTN")), ("*", .spanningDeletion),
      ("<DEL>", .symbolic("DEL")), ("<NON_REF>", .symbolic("NON_REF")), ("<*>", .symbolic("*")),
      ("G]17:198982]", .breakend("G]17:198982]")), ("[13:123457[C", .breakend("[13:123457[C")),
      (".A", .breakend(".A")), ("A.", .breakend("A.")), (".", .unspecified), ("", .unspecified),
      ("R", .unspecified), ("-", .unspecified),
    ] as [(String, AlternateAllele)])
  func `each spelling of the ALT column has one meaning`(spelling: String, allele: AlternateAllele)
  {
    #expect(AlternateAllele(spelling: spelling) == allele)
  }

  @Test(arguments: ["A", "*", "<DEL>", "<NON_REF>", "[13:123457[C", "A.", "."])
  func `an allele is spelled as it was read`(spelling: String) {
    #expect(AlternateAllele(spelling: spelling).description == spelling)
  }

  @Test func `only NON_REF and the star in brackets stand for any other allele`() {
    #expect(AlternateAllele.symbolic("NON_REF").isNonReferenceBlock)
    #expect(AlternateAllele.symbolic("*").isNonReferenceBlock)
    #expect(!AlternateAllele.symbolic("DEL").isNonReferenceBlock)
    #expect(!AlternateAllele.spanningDeletion.isNonReferenceBlock)
  }
}
