/// How well a cirrhotic liver works: the Child–Pugh score, 5 to 15, and its class.
///
/// Pugh et al. 1973, Br J Surg 60:646.
public struct ChildPugh: Sendable, Hashable {
  /// The score.
  public let score: Int

  /// The three classes.
  public enum Class: String, Sendable, Hashable, CaseIterable { case a = "A", b = "B", c = "C" }

  /// How much there is of ascites.
  public enum Ascites: String, Sendable, Hashable, Codable, CaseIterable {
    case none, slight, moderate
  }

  /// How far encephalopathy has gone: none, grade 1 or 2, grade 3 or 4.
  public enum Encephalopathy: String, Sendable, Hashable, Codable, CaseIterable {
    case none, mild, severe
  }

  /// A stated score; nil outside 5 to 15.
  public init?(score: Int) {
    guard (5...15).contains(score) else { return nil }
    self.score = score
  }

  /// The score from its five parts: one to three points each.
  ///
  /// Bilirubin below 2, 2 to 3, above 3 mg/dL; albumin above 3.5, 2.8 to 3.5, below 2.8 g/dL; INR below
  /// 1.7, 1.7 to 2.3, above 2.3; ascites; encephalopathy. Nil where a value can't be.
  public init?(
    bilirubinMgPerDl: Double, albuminGPerDl: Double, inr: Double, ascites: Ascites,
    encephalopathy: Encephalopathy
  ) {
    guard (0...60).contains(bilirubinMgPerDl), (0.5...7).contains(albuminGPerDl),
      (0.5...20).contains(inr)
    else { return nil }
    func points(_ value: Double, _ one: Double, _ two: Double) -> Int {
      value < one ? 1 : value <= two ? 2 : 3
    }
    let albumin = albuminGPerDl > 3.5 ? 1 : albuminGPerDl >= 2.8 ? 2 : 3
    let fluid =
      switch ascites {
      case .none: 1
      case .slight: 2
      case .moderate: 3
      }
    let mind =
      switch encephalopathy {
      case .none: 1
      case .mild: 2
      case .severe: 3
      }
    score = points(bilirubinMgPerDl, 2, 3) + albumin + points(inr, 1.7, 2.3) + fluid + mind
  }

  /// A from 5 to 6, B from 7 to 9, C from 10 on.
  public var letter: Class { score <= 6 ? .a : score <= 9 ? .b : .c }
}
