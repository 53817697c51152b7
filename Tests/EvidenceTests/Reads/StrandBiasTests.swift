import Testing

@testable import Evidence

/// Fisher's exact test against values from scipy.stats.fisher_exact.
struct StrandBiasTests {
  @Test(arguments: [
    (10, 10, 10, 10, 0), (8, 2, 1, 5, 15), (30, 0, 0, 30, 168), (20, 10, 12, 18, 12),
    (5, 0, 3, 0, 0), (0, 0, 4, 4, 0),
  ])
  func `the p-value is Fisher's`(a: Int, b: Int, c: Int, d: Int, expected: Int) {
    let one = ReadSupport.AlleleReads(allele: .documented(0), forward: a, reverse: b)
    let other = ReadSupport.AlleleReads(allele: .documented(1), forward: c, reverse: d)
    #expect(StrandBias.phred(one, other) == expected)
  }
}
