import Evidence

/// What a gene's observed positions rest on, where reads were looked at.
struct ReadBasis {
  /// Positions that rest on reads alone.
  private(set) var reads = 0
  /// Positions that records and reads show alike.
  private(set) var both = 0
  /// Positions that rest on records, blocks or assumptions alone.
  private(set) var records = 0
  /// The least depth of those that reads show.
  private(set) var leastDepth = Int.max
  /// The least confidence of those that reads show, Phred-scaled.
  private(set) var leastConfidence = Int.max

  private var fragments = 0

  /// Counts a gene's evidence; nil if no observation rests on reads.
  init?(_ evidence: [PositionEvidence]) {
    for case .observed(let observation) in evidence {
      switch observation.basis {
      case .reads: reads += 1
      case .recordAndReads: both += 1
      case .record, .referenceBlock, .callableRegion, .assumedReference: records += 1
      }
      guard let support = observation.reads else { continue }
      fragments += support.depth
      leastDepth = min(leastDepth, support.depth)
      leastConfidence = min(leastConfidence, support.confidence)
    }
    guard reads + both > 0 else { return nil }
  }

  /// The mean depth of those that reads show.
  var meanDepth: Double { Double(fragments) / Double(reads + both) }
}
