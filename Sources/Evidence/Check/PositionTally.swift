/// How many of some positions have data, and why the others have none.
public struct PositionTally: Sendable, Hashable {
  /// Positions looked for.
  public private(set) var total = 0
  /// Positions with data.
  public private(set) var observed = 0
  private var missingByCause = [Int](repeating: 0, count: MissingCause.allCases.count)

  /// Nothing counted yet.
  public init() {}

  /// The causes that occur with their counts, the most frequent first.
  public var causes: [(cause: MissingCause, count: Int)] {
    zip(MissingCause.allCases, missingByCause).enumerated()
      .filter { $0.element.1 > 0 }
      .sorted { (-$0.element.1, $0.offset) < (-$1.element.1, $1.offset) }
      .map { ($0.element.0, $0.element.1) }
  }

  /// Positions without data.
  public var missing: Int { total - observed }

  /// The share of positions with data, 0 to 1; nil where there are none.
  public var share: Double? { total == 0 ? nil : Double(observed) / Double(total) }

  /// Positions without data for one cause.
  public func count(of cause: MissingCause) -> Int {
    zip(MissingCause.allCases, missingByCause).first { $0.0 == cause }?.1 ?? 0
  }

  /// Counts one position.
  public mutating func add(_ evidence: PositionEvidence) {
    total += 1
    switch evidence {
    case .observed: observed += 1
    case .noData(let reason):
      guard let index = MissingCause.allCases.firstIndex(of: MissingCause(reason)) else { return }
      missingByCause[index] += 1
    }
  }

  /// Both counts together.
  public static func + (one: PositionTally, other: PositionTally) -> PositionTally {
    var both = one
    both.total += other.total
    both.observed += other.observed
    for index in both.missingByCause.indices {
      both.missingByCause[index] += other.missingByCause[index]
    }
    return both
  }
}
