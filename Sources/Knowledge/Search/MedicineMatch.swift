/// A medicine that a typed text may mean.
public struct MedicineMatch: Sendable, Hashable {
  /// The medicine.
  public var medicine: Medicine
  /// The name that was matched, as the medicine spells it.
  public var matchedName: String
  /// What that name is to the medicine.
  public var nameKind: NameKind
  /// How well it fits.
  public var quality: Quality
  /// Whether there is a file of guidance for it.
  public var hasGuidance: Bool

  /// What a name is to a medicine.
  public enum NameKind: String, Sendable, Hashable {
    case generic, brand, synonym, code
  }

  /// How well a text fits a name, best first.
  public enum Quality: Sendable, Hashable, Comparable {
    /// The same name, apart from case, accents and punctuation.
    case exact
    /// The name begins with the text.
    case beginning
    /// The name differs by this many typing slips.
    case similar(slips: Int)
  }
}
