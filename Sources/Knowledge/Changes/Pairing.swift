/// Which things of two lists are the same thing, told by name.
struct Pairing {
  /// One thing, or two that are the same, as indices into the lists.
  enum Step: Equatable {
    /// Both lists have it.
    case both(Int, Int)
    /// Only the older has it.
    case removed(Int)
    /// Only the newer has it.
    case added(Int)
  }

  /// What both have or only the older has, in the older one's order, then what only the newer has.
  let steps: [Step]

  /// Pairs things of equal names; where a list has a name twice, in their order.
  init(_ old: [String], _ new: [String]) {
    var waiting = Dictionary(grouping: new.indices.reversed()) { new[$0] }
    var steps: [Step] = old.indices.map { index in
      guard let partner = waiting[old[index]]?.popLast() else { return .removed(index) }
      return .both(index, partner)
    }
    steps += waiting.values.joined().sorted().map(Step.added)
    self.steps = steps
  }

  /// Takes steps as given.
  init(steps: [Step]) { self.steps = steps }
}
