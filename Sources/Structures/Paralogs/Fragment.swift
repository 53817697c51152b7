/// What one molecule shows of one copy of the gene or paralog: a pair of short reads, or the part of a
/// long read that runs through one copy.
struct Fragment {
  /// The states seen, by site in ascending order, each site once.
  var states: [(site: Int, state: Int)]
  /// How many of its bases lie in the spacer.
  var spacerBases = 0
  /// What stands before the copy, towards lower coordinates.
  var start = Start.unseen
  /// The fragment that follows on the same long read, towards higher coordinates.
  var next: Int?

  /// What a read shows of the side on which a copy starts.
  enum Start {
    /// The read does not reach beyond the copy.
    case unseen
    /// The sequence before the gene: the copy is the first on its chromosome.
    case first
    /// Something else: it is a further copy.
    case further
  }

  /// Adds states; a site that two reads of a pair see differently is dropped.
  mutating func add(_ more: [(site: Int, state: Int)]) {
    guard !states.isEmpty else {
      states = more
      return
    }
    var merged: [(site: Int, state: Int)] = []
    var (left, right) = (states[...], more[...])
    while let one = left.first, let other = right.first {
      if one.site == other.site {
        if one.state == other.state { merged.append(one) }
        left.removeFirst()
        right.removeFirst()
      } else if one.site < other.site {
        merged.append(one)
        left.removeFirst()
      } else {
        merged.append(other)
        right.removeFirst()
      }
    }
    states = merged + left + right
  }
}
