import Genome
import Testing

struct GenotypeTests {
  @Test(arguments: [
    (Genotype(alleles: [0, 1], isPhased: true), "0|1", false),
    (Genotype(alleles: [1, 1], isPhased: false), "1/1", false),
    (Genotype(alleles: [nil, nil], isPhased: false), "./.", true),
    (Genotype(alleles: [nil, 1], isPhased: false), "./1", false),
    (Genotype(alleles: [1], isPhased: true), "1", false),
    (Genotype(alleles: [nil], isPhased: true), ".", true),
    (Genotype(alleles: [], isPhased: true), ".", true),
    (Genotype(alleles: [0, 1, 12], isPhased: false), "0/1/12", false),
  ])
  func `a genotype is spelled as in VCF and is missing only without any allele`(
    genotype: Genotype, spelling: String, isMissing: Bool
  ) {
    #expect(genotype.description == spelling)
    #expect(genotype.isMissing == isMissing)
  }
}
