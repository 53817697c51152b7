internal import Genome
internal import Knowledge
internal import StarAlleles

/// What two copies look like in one file: the depth in stable regions and how it scatters.
public struct DepthYardstick: Sendable, Hashable {
  /// The mean depth of two copies.
  public let depth: Double
  /// The stable autosomal regions that were used.
  public let regionCount: Int
  /// How depth scatters from region to region beyond the chance of counting, as a relative standard
  /// deviation.
  public let spread: Double
  /// Whether depth was corrected for the share of G and C.
  public let isCorrectedForGC: Bool

  let curve: GCCurve?
  let readsPerMolecule: Double
  /// The bases that one read covers in a stable region.
  let basesPerRead: Double

  /// The least mean depth that is made use of.
  static let leastDepth = 3.0
  /// The least share of the stable regions that must have reads.
  static let leastCoveredShare = 0.8
  /// The least number of stable regions on which a yardstick is founded.
  static let leastRegions = 10
  /// The largest scatter between the windows of whole genomes; capture is far above.
  static let largestSpread = 0.35
  /// The scatter that is taken for granted, however even the stable regions look.
  static let leastSpread = 0.04
}

extension DepthCollector {
  /// The yardstick of the reads added so far.
  ///
  /// - Throws: `DepthRefusalError` with the reason if depth can't tell copies in this file.
  func yardstick() -> Result<DepthYardstick, DepthRefusalError> {
    let regions = targets.filter { $0.purpose == .stable(.autosome) }
    let covered = regions.filter(\.isCovered)
    guard covered.count >= DepthYardstick.leastRegions,
      Double(covered.count) >= DepthYardstick.leastCoveredShare * Double(regions.count)
    else {
      return .failure(
        DepthRefusalError(.tooFewStableRegions(covered: covered.count, of: regions.count)))
    }
    let clear = covered.compactMap(ClearWindows.init)
    let depths = clear.map { $0.depth }
    let rough = depths.median
    guard rough >= DepthYardstick.leastDepth else {
      return .failure(DepthRefusalError(.tooShallow(depth: rough)))
    }
    let windows = clear.flatMap(\.windows)
    let basesPerRead = covered.compactMap(\.basesPerRead).median
    let chance = readsPerMolecule * basesPerRead / rough
    let windowSpread = Self.spread(
      windows.map { Double($0.unique) / Double($0.length) / rough },
      chance: readsPerMolecule * min(basesPerRead, 500) / rough / 500)
    guard windowSpread <= DepthYardstick.largestSpread else {
      return .failure(DepthRefusalError(.unevenDepth(spread: windowSpread)))
    }
    let points = windows.compactMap { window in
      window.gcShare.map {
        (share: $0, depth: Double(window.unique) / Double(window.length) / rough)
      }
    }.filter { (0.4...1.8).contains($0.depth) }
    var curve = GCCurve(points)
    let plain = clear.map { $0.ratio(to: rough, curve: nil) }
    var ratios = plain
    if let fitted = curve {
      let corrected = clear.map { $0.ratio(to: rough, curve: fitted) }
      if corrected.scatter < plain.scatter { ratios = corrected } else { curve = nil }
    }
    let center = ratios.median
    let length = clear.map { Double($0.length) }.median
    let spread = Self.spread(ratios.map { $0 / center }, chance: chance / length)
    guard spread <= DepthYardstick.largestSpread else {
      return .failure(DepthRefusalError(.unevenDepth(spread: spread)))
    }
    return .success(
      DepthYardstick(
        depth: rough * center, regionCount: clear.count,
        spread: max(spread, DepthYardstick.leastSpread), isCorrectedForGC: curve != nil,
        curve: curve, readsPerMolecule: readsPerMolecule, basesPerRead: basesPerRead))
  }

  /// The relative standard deviation of ratios around one beyond a variance due to chance, by the
  /// median absolute deviation, so that a few regions that are not stable after all don't count.
  private static func spread(_ ratios: [Double], chance: Double) -> Double {
    max(0, ratios.scatter * ratios.scatter - chance).squareRoot()
  }
}

/// Carries a refusal as an error.
struct DepthRefusalError: Error, Hashable {
  let reason: DepthRefusal

  init(_ reason: DepthRefusal) { self.reason = reason }
}

/// The windows of a stable region in which nearly all reads have a sure place.
struct ClearWindows {
  let windows: [DepthWindow]

  /// Nil if less than half of the region is clear.
  init?(_ region: DepthTarget) {
    let windows = region.windows.filter { $0.ambiguous * 10 <= $0.unique + $0.ambiguous }
    guard windows.count * 2 >= region.windows.count else { return nil }
    self.windows = windows
  }

  var length: Int { windows.map(\.length).reduce(0, +) }

  var depth: Double { Double(windows.map(\.unique).reduce(0, +)) / Double(length) }

  /// The depth relative to a mean depth, corrected by a curve if there is one.
  func ratio(to depth: Double, curve: GCCurve?) -> Double {
    let expected = windows.map { window in
      let factor = curve.flatMap { curve in window.gcShare.map(curve.factor) } ?? 1
      return Double(window.length) * depth * factor
    }.reduce(0, +)
    return Double(windows.map(\.unique).reduce(0, +)) / expected
  }
}

extension DepthTarget {
  /// Whether reads lie on most of the stretch.
  fileprivate var isCovered: Bool {
    let withReads = windows.count { $0.unique + $0.ambiguous > 0 }
    return withReads * 10 >= windows.count * 8
  }
}

extension [Double] {
  /// The middle value; 0 for none.
  var median: Double {
    guard !isEmpty else { return 0 }
    let ordered = sorted()
    let half = ordered.count / 2
    return ordered.count % 2 == 1 ? ordered[half] : (ordered[half - 1] + ordered[half]) / 2
  }

  /// The standard deviation of a normal distribution with this median absolute deviation (Rousseeuw
  /// and Croux 1993, J Am Stat Assoc 88:1273).
  var scatter: Double {
    let center = median
    return 1.4826 * map { abs($0 - center) }.median
  }
}
