extension MatchMode {
  /// Reads `exact`, `position`, `overlap` or `overlap=0.5`.
  package init(parsing text: String) throws(SpecificationError) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(\.trimmed)
    switch (sides[0], sides.count) {
    case ("exact", 1): self = .exact
    case ("position", 1): self = .position
    case ("overlap", 1): self = .overlap
    case ("overlap", 2):
      guard let share = NumberText.value(Array(sides[1].utf8)[...]), share > 0, share <= 1 else {
        throw SpecificationError(
          place: "match",
          reason: "the share \(SpecificationError.quoted(sides[1])) is not above 0 and at most 1; "
            + "write one such as overlap=0.5")
      }
      self = .reciprocal(share)
    default:
      throw SpecificationError(
        place: "match",
        reason: "there is no way of matching \(SpecificationError.quoted(text)); "
          + "use exact, position, overlap or overlap=FRACTION")
    }
  }

  /// The spelling in a specification.
  package var text: String {
    switch self {
    case .exact: "exact"
    case .position: "position"
    case .overlap: "overlap"
    case .reciprocal(let share): "overlap=\(share)"
    }
  }
}
