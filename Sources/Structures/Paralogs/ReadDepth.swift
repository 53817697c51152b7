/// The depth of gene and paralog in copies, where it can be measured.
struct ReadDepth {
  /// The depth of two copies; nil without a stable stretch.
  let perTwoCopies: Double?
  /// Copies by depth; nil where depth says nothing: no stable stretch, or depth so uneven that the
  /// data are of a capture or of amplicons.
  let copies: ObservedDepth?

  /// The relative deviation of a reference depth that falls off: copies are then told by their ratio to
  /// the paralog's, of which there are two as a rule.
  private static let tapering = 0.6

  init(_ reads: ParalogReads, observer: ReadObserver, stableDepth: Double?) {
    let stable = reads.depth.perTwoCopies
    perTwoCopies = stableDepth ?? stable?.depth
    guard let two = perTwoCopies, two >= 4 else {
      copies = nil
      return
    }
    let length = reads.basesPerMolecule
    let body = Double(observer.geneBody.count + observer.paralogBody.count) / 2
    let spacer = Double(observer.spacer.count)
    let total = Double(reads.bodyBases) / body / (two / 2)
    let spacers = Double(reads.spacerBases) / spacer / (two / 2)
    // Relative variances: of counting reads, and of coverage that varies along the genome.
    let own = Self.variance(over: body, readLength: length, depth: two / 2)
    let reference = Self.variance(
      over: Double(stable?.bases ?? 1_000_000), readLength: length, depth: two)
    let variation = reads.isLong ? 0.06 * 0.06 : 0.04 * 0.04
    let one = Self.variance(over: spacer, readLength: length, depth: two / 2)
    // Depth also varies along the genome more than by counting: more over the short spacer.
    let deviation =
      (total * own + total * total * variation / 2).squareRoot().orAtLeast(0.15)
    let spacerDeviation =
      (spacers * one + spacers * spacers * 4 * variation).squareRoot().orAtLeast(0.3)
    copies =
      total > 24 || reads.isUneven
      ? nil
      : ObservedDepth(
        total: (total, deviation), spacers: (spacers, spacerDeviation),
        reference: max(
          (reference + variation / 2).squareRoot(),
          stableDepth == nil && reads.depth.isTapering ? Self.tapering : 0))
  }

  /// The relative variance of the mean depth over a stretch, by counting alone.
  ///
  /// Reads begin at random (Poisson), and each covers `readLength` bases: the variance of what falls
  /// into a window of `width` bases is the integral of the squared overlap.
  static func variance(over width: Double, readLength: Double, depth: Double) -> Double {
    let (short, long) = (min(width, readLength), max(width, readLength))
    return readLength / depth * (long - short / 3) / (long * long)
  }
}

extension Double {
  fileprivate func orAtLeast(_ least: Double) -> Double { Swift.max(self, least) }
}

extension ParalogReads {
  /// Whether the depth along the gene varies far more than that of a whole genome.
  var isUneven: Bool {
    let inner = bins.dropFirst().dropLast(2).map(Double.init)
    guard inner.count >= 4 else { return false }
    let mean = inner.reduce(0, +) / Double(inner.count)
    let variance = inner.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(inner.count)
    return mean > 0 && variance.squareRoot() / mean > 0.45
  }
}
