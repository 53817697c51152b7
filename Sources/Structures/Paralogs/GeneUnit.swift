/// One copy of the gene, the paralog or a hybrid of both, with what it shows at each site.
struct GeneUnit: Hashable {
  /// The haplotype's name; nil for the paralog.
  var name: String?
  /// The allele that a hybrid's gene part is of; nil for a copy that is no hybrid.
  var backbone: String?
  /// The shape of the copy.
  var shape: Shape
  /// For each site the accepted states, a bit each; 0 where the copy shows nothing.
  var accepted: [UInt16]
  /// For each site whose sequence the copy has there.
  var origins: [Origin]

  /// Whose sequence a copy has at a site.
  enum Origin: Hashable {
    /// The gene's.
    case gene
    /// The paralog's.
    case paralog
    /// One or the other: the switch lies near.
    case either
  }

  /// Whether a copy is whole or a hybrid, and what follows it.
  struct Shape: Hashable {
    var kind: Kind
    /// Whether the sequence that only the paralog has follows the copy.
    var hasSpacer: Bool
  }

  /// Whether a copy is whole or a hybrid.
  enum Kind: Hashable {
    case gene
    case paralog
    /// The hybrid at this index of the facts, switching before the difference of this number.
    case hybrid(index: Int, switchSite: Int)
  }
}
