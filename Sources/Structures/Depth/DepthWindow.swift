/// A stretch of about 500 bases and what reads cover of it.
struct DepthWindow {
  /// The first base, 1-based.
  let start: Int
  /// The last base, 1-based and included.
  let end: Int
  /// Bases covered by reads whose place is sure.
  var unique = 0
  /// Bases covered by reads that fit elsewhere as well.
  var ambiguous = 0
  /// G and C among the bases of the reads whose place is sure.
  var strong = 0
  /// A, C, G and T among them.
  var called = 0

  var length: Int { end - start + 1 }

  /// The share of G and C; nil if too few bases were seen.
  var gcShare: Double? { called >= 200 ? Double(strong) / Double(called) : nil }

  /// A stretch cut into windows of about 500 bases, the lengths differing by one at most.
  static func windows(start: Int, end: Int) -> [DepthWindow] {
    let length = end - start + 1
    let count = max(1, (length + 250) / 500)
    return (0..<count).map { index in
      DepthWindow(
        start: start + length * index / count, end: start + length * (index + 1) / count - 1)
    }
  }
}
