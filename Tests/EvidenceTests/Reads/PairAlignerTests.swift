import Testing

@testable import Evidence

/// The likelihood of reads given haplotypes.
struct PairAlignerTests {
  private func likelihood(_ read: String, _ haplotype: String, error: Double = 0.001) -> Double {
    var aligner = PairAligner()
    let bases = Array(read.utf8)
    return aligner.likelihood(
      bases[...], errors: Array(repeating: error, count: bases.count)[...],
      haplotype: PairAligner.Haplotype(Array(haplotype.utf8)))
  }

  private static let haplotype = "GATTACAGGCTCCATGCAGTTCGA"

  @Test func `a wrong base costs a third of its error over its being right`() {
    let whole = likelihood("ACAGGCTCCATG", Self.haplotype)
    let wrong = likelihood("ACAGGCACCATG", Self.haplotype)
    let expected = (0.001 / 3) / 0.999
    #expect(abs(wrong / whole / expected - 1) < 0.02)
  }

  @Test func `an unknown base of the haplotype fits every base`() {
    let known = likelihood("ACAGGCTCCATG", Self.haplotype)
    let unknown = likelihood("ACAGGCTCCATG", "GATTACAGGCNCCATGCAGTTCGA")
    #expect(abs(unknown / known - 1) < 0.01)
  }

  @Test func `a missing base costs the opening of a gap`() {
    let whole = likelihood("TTACAGGCTCCATGCAGT", Self.haplotype)
    let gapped = likelihood("TTACAGGCCCATGCAGT", Self.haplotype)
    let expected = 3.16e-5
    #expect(gapped / whole > expected * 0.5)
    #expect(gapped / whole < expected * 4)
  }

  @Test func `gaps are cheaper for reads that have many of their own`() {
    func gap(_ opening: Double) -> Double {
      var aligner = PairAligner()
      let read = Array("TTACAGGCCCATGCAGT".utf8)
      return aligner.likelihood(
        read[...], errors: Array(repeating: 0.001, count: read.count)[...],
        haplotype: PairAligner.Haplotype(Array(Self.haplotype.utf8)), leastOpening: opening)
    }
    #expect(gap(0.01) > 100 * gap(0))
    #expect(gap(1e-6) == gap(0))
  }

  @Test func `gaps are cheaper in a repeat`() {
    let unit = likelihood(
      "GACCATATATATATATATAAGTCG", "CTGACCATATATATATATATAAGTCGTT", error: 0.0001)
    let plain = likelihood(
      "GACCGTCAGTCCGATAAGTCG", "CTGACCGTCAGTCCGAATTAAGTCGTT", error: 0.0001)
    #expect(unit > 10 * plain)
  }

  @Test func `a read of nothing and a haplotype of nothing have no likelihood`() {
    #expect(likelihood("", Self.haplotype) == 0)
    #expect(likelihood("ACGT", "") == 0)
  }
}
