/// How the values of several rows become one.
package enum Reducer: String, Sendable, Hashable, CaseIterable {
  /// The value as it stands, of the first row: by place, then by allele, then in the source's order.
  case own = "self"
  /// The first value that is there.
  case first
  /// The largest number.
  case max
  /// The smallest number.
  case min
  /// The arithmetic mean.
  case mean
  /// The sum.
  case sum
  /// Each distinct value once, in the order of the rows.
  case unique
  /// The number of rows.
  case count
  /// Whether there is a row at all.
  case flag
}
