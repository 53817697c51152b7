/// Groups of items that are ordered alike or the other way round: a union-find with a flip.
struct PhaseJoining {
  private var parents: [Int]
  private var flips: [Bool]

  /// Starts with every item by itself.
  init(count: Int) {
    parents = Array(0..<count)
    flips = Array(repeating: false, count: count)
  }

  /// Joins two items; `isFlipped` says that their orders are opposite.
  ///
  /// - Returns: false if they were joined before and the other way round.
  @discardableResult
  mutating func join(_ one: Int, _ other: Int, isFlipped: Bool) -> Bool {
    let (left, right) = (root(one), root(other))
    let relation = left.isFlipped != right.isFlipped
    if left.item == right.item { return relation == isFlipped }
    let (keep, drop) = (min(left.item, right.item), max(left.item, right.item))
    parents[drop] = keep
    flips[drop] = relation != isFlipped
    return true
  }

  /// Whether two items are in one group.
  func areJoined(_ one: Int, _ other: Int) -> Bool { root(one).item == root(other).item }

  /// Whether two items of one group have opposite orders.
  func isFlipped(_ one: Int, against other: Int) -> Bool {
    root(one).isFlipped != root(other).isFlipped
  }

  /// The groups, each in ascending order, by their first item.
  var groups: [[Int]] {
    var members: [Int: [Int]] = [:]
    for item in parents.indices { members[root(item).item, default: []].append(item) }
    return members.values.sorted { $0[0] < $1[0] }
  }

  private func root(_ item: Int) -> (item: Int, isFlipped: Bool) {
    var (current, isFlipped) = (item, false)
    while parents[current] != current {
      isFlipped = isFlipped != flips[current]
      current = parents[current]
    }
    return (current, isFlipped)
  }
}
