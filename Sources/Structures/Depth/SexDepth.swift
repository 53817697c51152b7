internal import Foundation
internal import Knowledge

/// The depth of X and Y outside the pseudoautosomal regions, in copies.
public struct SexDepth: Sendable, Hashable {
  /// The depth of X in copies, the median over the regions.
  public let x: Double
  /// The depth of Y in copies, the median over the regions.
  public let y: Double
  /// The X chromosomes, if told.
  public let xCount: Int?
  /// The Y chromosomes, if told.
  public let yCount: Int?

  /// The least number of regions in which reads have a sure place.
  private static let leastRegions = 4

  /// What a file's depths show; nil without a yardstick or without reads of X, which nobody lacks.
  public init?(_ caller: CopyEventCaller) {
    guard let yardstick = caller.yardstick else { return nil }
    let onX = caller.depths(of: .chromosomeX)
    let onY = caller.depths(of: .chromosomeY)
    guard onX.count >= Self.leastRegions, onX.map(\.copies).median > 0.3 else { return nil }
    x = onX.map(\.copies).median
    y = onY.map(\.copies).median
    xCount = Self.told(onX, median: x, from: 1, yardstick)
    yCount = onY.count < Self.leastRegions ? nil : Self.told(onY, median: y, from: 0, yardstick)
  }

  /// The number that the median of the regions fits and no other does; each of the regions scatters
  /// as those of the yardstick do.
  private static func told(
    _ depths: [IntervalDepth], median: Double, from least: Int, _ yardstick: DepthYardstick
  ) -> Int? {
    let molecules = depths.map(\.moleculesOfTwo).reduce(0, +)
    let whole = IntervalDepth(
      copies: median, standardError: 0, clearBases: depths.map(\.clearBases).reduce(0, +),
      isUneven: false, moleculesOfTwo: molecules)
    let count = CopyLikelihood(whole, yardstick).told(confidence: CopyEventCaller.leastConfidence)
    return count.flatMap { $0 >= least ? $0 : nil }
  }
}
