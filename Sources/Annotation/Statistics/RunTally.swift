/// What is counted while records go by.
package struct RunTally: Sendable, Hashable {
  /// Records read.
  package var records = 0
  /// Records left out, by reason.
  package var dropped: [String: Int] = [:]
  /// Records to which something was added or in which something was replaced.
  package var changed = 0
  /// BGZF blocks written as they were read, and those made anew.
  package var blocksCopied = 0
  package var blocksMade = 0
  /// One for each source, in their order.
  package var sources: [SourceTally]

  /// Starts at zero.
  package init(sources count: Int) { sources = Array(repeating: SourceTally(), count: count) }

  /// Adds the counts of another stretch of the input.
  package static func += (left: inout RunTally, right: RunTally) {
    left.records += right.records
    left.dropped.merge(right.dropped, uniquingKeysWith: +)
    left.changed += right.changed
    left.blocksCopied += right.blocksCopied
    left.blocksMade += right.blocksMade
    for index in right.sources.indices { left.sources[index] += right.sources[index] }
  }
}
