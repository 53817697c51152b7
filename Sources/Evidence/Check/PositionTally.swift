/// How many of some positions have data, and why the others have none.
public struct PositionTally: Sendable, Hashable {
  /// Positions looked for.
  public private(set) var total = 0
  /// Positions with data.
  public private(set) var observed = 0
  private var missingByCause: [MissingCause: Int] = [:]

  /// Nothing counted yet.
  public init() {}

  /// The causes that occur with their counts, the most frequent first.
  public var causes: [(cause: MissingCause, count: Int)] {
    MissingCause.allCases.enumerated()
      .compactMap { offset, cause in missingByCause[cause].map { (offset, cause, $0) } }
      .sorted { ($1.2, $0.0) < ($0.2, $1.0) }
      .map { ($0.1, $0.2) }
  }

  /// Positions without data.
  public var missing: Int { total - observed }

  /// The share of positions with data, 0 to 1; nil where there are none.
  public var share: Double? { total == 0 ? nil : Double(observed) / Double(total) }

  /// Positions without data for one cause.
  public func count(of cause: MissingCause) -> Int { missingByCause[cause] ?? 0 }

  /// Counts one position.
  public mutating func add(_ evidence: PositionEvidence) {
    total += 1
    switch evidence {
    case .observed: observed += 1
    case .noData(let reason): missingByCause[MissingCause(reason), default: 0] += 1
    }
  }

  /// Both counts together.
  public static func + (one: PositionTally, other: PositionTally) -> PositionTally {
    var both = one
    both.total += other.total
    both.observed += other.observed
    both.missingByCause.merge(other.missingByCause, uniquingKeysWith: +)
    return both
  }
}
