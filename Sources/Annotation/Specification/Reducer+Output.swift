extension Reducer {
  /// What a kind of match does when nothing was asked for.
  package static func usual(for match: MatchMode) -> Reducer { match == .exact ? .own : .unique }

  /// What an INFO line has to declare for the reduced values of a field.
  ///
  /// An exact match gives one value an alternate allele (and one for REF where the source has
  /// one), the other ways one value a record; lists stay lists of no declared length.
  package func outputType(
    of field: IndexField, match: MatchMode = .exact
  ) -> (type: IndexField.ValueType, number: IndexField.Number) {
    let isExact = match == .exact
    let single: IndexField.Number = isExact ? .perAlternate : .count(1)
    let numeric: IndexField.Number = isExact && field.number == .perAllele ? .perAllele : single
    switch self {
    case .flag: return (.flag, .count(0))
    case .count: return (.integer, single)
    case .own, .first, .unique:
      if field.type == .flag { return (.flag, .count(0)) }
      return (field.type, self != .unique && field.isSingle ? numeric : .unbounded)
    case .max, .min, .sum: return (field.type == .integer ? .integer : .float, numeric)
    case .mean: return (.float, numeric)
    }
  }

  /// Whether it computes with numbers.
  var needsNumbers: Bool { [.max, .min, .mean, .sum].contains(self) }
}

extension IndexField {
  /// Whether a row's column has one value at most, so that a comma in it is part of a text.
  package var isSingle: Bool {
    switch number {
    case .count(1), .perAlternate, .perAllele: true
    case .count, .perGenotype, .unbounded: false
    }
  }
}
