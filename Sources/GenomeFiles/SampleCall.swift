public import Genome

/// What one record says about one sample; nil wherever the file says nothing.
public struct SampleCall: Sendable, Hashable {
  /// GT, or nil if the record has no GT.
  public var genotype: Genotype?
  /// DP: reads covering the position.
  public var depth: Int?
  /// MIN_DP: the lowest depth within a gVCF block.
  public var minimumDepth: Int?
  /// AD: reads for each allele, REF first; empty if not given.
  public var alleleDepths: [Int?]
  /// GQ: phred-scaled confidence in the genotype.
  public var genotypeQuality: Int?
  /// PS: genotypes of the same set are phased with each other.
  public var phaseSet: Int?
  /// FT: the filters this genotype failed; empty for PASS or none given.
  public var filters: [String]

  /// A call with the given fields.
  public init(
    genotype: Genotype? = nil, depth: Int? = nil, minimumDepth: Int? = nil,
    alleleDepths: [Int?] = [], genotypeQuality: Int? = nil, phaseSet: Int? = nil,
    filters: [String] = []
  ) {
    self.genotype = genotype
    self.depth = depth
    self.minimumDepth = minimumDepth
    self.alleleDepths = alleleDepths
    self.genotypeQuality = genotypeQuality
    self.phaseSet = phaseSet
    self.filters = filters
  }
}
