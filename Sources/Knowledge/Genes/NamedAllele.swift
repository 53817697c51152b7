/// A haplotype with a name, such as a star allele.
public struct NamedAllele: Sendable, Hashable {
  /// The name as CPIC and PharmVar spell it, such as `*2` or `c.1905+1G>A (*2A)`.
  public var name: String
  /// The clinical function assigned to it, in the source's standard term; nil if none is assigned.
  public var function: String?
  /// The activity value; nil if the gene has none or the source says n/a.
  public var activity: ActivityScore?
  /// The alleles it requires.
  ///
  /// The reference haplotype has one cell for each defining position.
  /// Empty for a structural allele, which only an outside call can name.
  public var cells: [Cell]
  /// For a suballele that is reported under its parent's name: that name.
  public var reportedAs: String?

  /// What one haplotype requires at one position.
  public struct Cell: Sendable, Hashable {
    /// The index into `Gene.positions`.
    public var position: Int
    /// A bit for each index into `DefiningPosition.alleles` that is accepted; several bits stand
    /// for a wobble code such as `R`.
    public var accepted: UInt16

    /// Makes a requirement.
    public init(position: Int, accepted: UInt16) {
      self.position = position
      self.accepted = accepted
    }
  }

  /// Makes a named haplotype.
  public init(
    name: String, function: String?, activity: ActivityScore?, cells: [Cell],
    reportedAs: String? = nil
  ) {
    self.name = name
    self.function = function
    self.activity = activity
    self.cells = cells
    self.reportedAs = reportedAs
  }
}
