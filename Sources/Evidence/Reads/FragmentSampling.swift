/// An even sample of the fragments at one position, the same for the same fragments in any order.
///
/// A fragment is kept while a number made from its own lies below a bound; the bound is halved
/// whenever too many were kept. Mates stay or go together.
struct FragmentSampling: Sendable {
  private var bound = UInt64.max

  /// A number spread evenly over all 64 bits.
  ///
  /// It is the last step of SplitMix64 (Steele et al. 2014, doi:10.1145/2660193.2660195).
  static func spread(_ template: UInt64) -> UInt64 {
    var value = template &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// Whether a fragment belongs to the sample.
  func keeps(_ template: UInt64) -> Bool { bound == .max || Self.spread(template) <= bound }

  /// Halves the sample.
  mutating func halve() { bound >>= 1 }
}
