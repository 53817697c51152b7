public import Genome

/// What read depth says of a gene's copies, as a remark on its call.
public struct CopyNote: Sendable, Hashable {
  /// What was measured, in the order of the gene's exons.
  public var parts: [Part]
  /// What it amounts to.
  public var conclusion: Conclusion
  /// The probability of the copies, 0 to 1; 0 where they are not told.
  public var confidence: Double
  /// Where the copies are not told but some are likelier than others: the names of what fits, as in
  /// `event`; an empty list stands for two copies.
  public var alternatives: [[String]]
  /// What depth can't tell of this gene; nil if there is nothing to add.
  public var limits: String?

  /// One measured part of the gene.
  public struct Part: Sendable, Hashable {
    /// What it holds, as in `exons 1 to 4`.
    public var name: String
    /// Where it lies; nil if the assembly lacks it.
    public var place: GenomicInterval?
    /// Where it lies on a sequence beside the assembly's chromosomes, if it was measured there.
    public var alternate: AlternateInterval?
    /// Its depth over that of one copy; nil if it could not be measured.
    public var depth: Double?
    /// The standard error of `depth`.
    public var standardError: Double?
    /// Its number of copies; nil if not told.
    public var copies: Int?

    /// Makes a part.
    public init(
      name: String, place: GenomicInterval?, alternate: AlternateInterval? = nil, depth: Double?,
      standardError: Double?, copies: Int?
    ) {
      self.name = name
      self.place = place
      self.alternate = alternate
      self.depth = depth
      self.standardError = standardError
      self.copies = copies
    }
  }

  /// What the depths amount to.
  public enum Conclusion: Sendable, Hashable {
    /// Two copies of everything; alleles of these names were looked for and not seen.
    case twoCopies(lookedFor: [String])
    /// Another number of copies, as these alleles give it, one of the lists (each one or two names; a
    /// duplication is `xN`).
    case event([[String]])
    /// Another number of copies that no known allele gives.
    case unexplained
    /// The copies are not told, and why.
    case notTold(CopyDoubt)
  }

  /// Makes a note.
  public init(
    parts: [Part], conclusion: Conclusion, confidence: Double, alternatives: [[String]] = [],
    limits: String?
  ) {
    self.alternatives = alternatives
    self.parts = parts
    self.conclusion = conclusion
    self.confidence = confidence
    self.limits = limits
  }
}
