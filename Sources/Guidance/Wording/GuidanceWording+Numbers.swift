import Knowledge

extension GuidanceWording {
  /// The ends of the rule's doses that its text does not say; empty if wording and numbers agree.
  ///
  /// Several doses of one phase, kind and unit are said as one range, so only the ends of that range
  /// must be there.
  public var unsaidNumbers: [String] {
    let text = self.text
    var kinds: [[DoseAdvice]] = []
    for dose in rule.doses {
      let place = kinds.firstIndex { known in
        known[0].phase == dose.phase && known[0].quantity == dose.quantity
          && known[0].unit == dose.unit
      }
      if let place { kinds[place].append(dose) } else { kinds.append([dose]) }
    }
    return kinds.flatMap { doses -> [String] in
      let figures = doses.flatMap { [$0.low, $0.high ?? $0.low] }.filter { $0 > 0 }
      return [figures.min(), figures.max()].compactMap(\.self).map(DoseWording.plain)
        .filter { !text.contains($0) }
    }.distinct
  }
}
