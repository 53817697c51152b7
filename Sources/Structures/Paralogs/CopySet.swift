/// Copies that together explain the reads: how many of which unit.
struct CopySet {
  /// Unit numbers in the pool and how many of each, ascending; the paralog is not among them.
  var units: [(unit: Int, count: Int)]
  /// Whole copies of the paralog; nil if not known.
  var paralogs: Int?
  /// The log of likelihood and prior.
  var score: Double
}
