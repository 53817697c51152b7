extension DoseAdvice {
  /// Whether it can only mean less than usual: a cut, a smaller share, or no more than a smaller share.
  package var lowers: Bool {
    switch quantity {
    case .percentReduction, .percentAtMost: true
    case .percentOfUsual: (high ?? low) < 100
    case .percentIncrease, .amount, .minimum, .maximum, .percentOfMaximum: false
    }
  }

  /// Whether it can only mean more than usual.
  package var raises: Bool {
    quantity == .percentIncrease || quantity == .percentOfUsual && low > 100
  }
}
