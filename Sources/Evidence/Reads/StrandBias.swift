internal import Glibc

/// How surely one of two alleles prefers a strand: Fisher's exact test, two-sided.
enum StrandBias {
  /// -10 log10 of the test's p-value; 0 if either allele has no reads.
  static func phred(_ one: ReadSupport.AlleleReads, _ other: ReadSupport.AlleleReads) -> Int {
    let (row, column) = (one.count, one.forward + other.forward)
    let total = row + other.count
    guard one.count > 0, other.count > 0 else { return 0 }
    func logChance(_ forward: Int) -> Double {
      logBinomial(row, forward) + logBinomial(total - row, column - forward)
        - logBinomial(total, column)
    }
    let seen = logChance(one.forward)
    var sum = 0.0
    for forward in max(0, column - (total - row))...min(row, column) {
      let chance = logChance(forward)
      if chance <= seen + 1e-9 { sum += exp(chance) }
    }
    return sum <= 0 ? 999 : max(0, Int((-10 * log10(min(sum, 1))).rounded()))
  }

  private static func logBinomial(_ n: Int, _ k: Int) -> Double {
    lgamma(Double(n) + 1) - lgamma(Double(k) + 1) - lgamma(Double(n - k) + 1)
  }
}
