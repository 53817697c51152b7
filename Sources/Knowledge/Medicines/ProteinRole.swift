/// What a medicine does to an enzyme or transporter, or needs of it.
public struct ProteinRole: Sendable, Hashable {
  /// The protein or group as drug labels name it, such as `CYP3A` or `P-gp`.
  public var protein: String
  /// Whether it is a victim or a perpetrator.
  public var role: Role
  /// How much; `unstated` where sources agree on the role but none states the strength.
  public var strength: Strength
  /// The number of independent sources that list the role.
  public var support: Int
  /// Each source with the strength it states, such as `label:strong`.
  public var sources: [String]

  /// Which end of an interaction a medicine is at.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// The protein acts on the medicine.
    case substrate
    /// The medicine slows the protein.
    case inhibitor
    /// The medicine makes more of the protein.
    case inducer
  }

  /// How strong a role is, in the terms of FDA's guidance on drug interactions.
  ///
  /// A strong inhibitor raises the exposure of a sensitive substrate 5-fold or more, a moderate one
  /// 2-fold, a weak one 1.25-fold; a strong inducer lowers it by 80 %, a moderate one by 50 %, a
  /// weak one by 20 %.
  public enum Strength: String, Sendable, Hashable, CaseIterable {
    case strong, moderate, weak
    case sensitive, moderatelySensitive
    case unstated
  }

  /// Makes a role.
  public init(protein: String, role: Role, strength: Strength, support: Int, sources: [String]) {
    self.protein = protein
    self.role = role
    self.strength = strength
    self.support = support
    self.sources = sources
  }
}
