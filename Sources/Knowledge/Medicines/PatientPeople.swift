extension PatientFactor {
  /// People of whom a source speaks by a word, without a figure.
  public enum People: String, Sendable, Hashable, CaseIterable {
    /// Children and adolescents: below 18 years, a year above the sections on them in American labels
    /// (21 CFR 201.57(c)(9)(iv): from birth to 16 years), so that nobody whom a source means is left out.
    case children
    /// The old: from 65 years, as in the geriatric sections of American labels (21 CFR 201.57(c)(9)(v)).
    case elderly

    /// The ages meant, in completed years.
    public var ageYears: Bounds {
      switch self {
      case .children: Bounds(from: nil, below: 18)
      case .elderly: Bounds(from: 65, below: nil)
      }
    }
  }
}
