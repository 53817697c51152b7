public import Genome

/// One record of a variant file, copied out whole.
public struct VariantRecord: Sendable, Hashable {
  /// The 1-based number of the record in its file, or nil after an index jump.
  public var ordinal: Int?
  /// The contig as the file spells it.
  public var contigName: String
  /// The contig, or nil outside the 25 primary ones.
  public var contig: Contig?
  /// POS, 1-based.
  public var position: Position
  /// ID, or nil for `.`.
  public var identifier: String?
  /// REF in upper case.
  public var reference: String
  /// ALT in file order; empty for `.`.
  public var alternates: [AlternateAllele]
  /// The last base covered, 1-based and included.
  ///
  /// INFO/END where ALT is `.` or names a symbolic allele and END is not before POS; otherwise
  /// the last base of REF.
  public var end: Position
  /// FILTER; empty for PASS or `.`.
  public var filters: [String]
  /// QUAL, or nil for `.`.
  public var quality: Float?
  /// Whether END is given and ALT is `.` or only `<NON_REF>`/`<*>`: a gVCF block.
  public var isReferenceBlock: Bool
  /// One call for each selected sample, in the order of the selection.
  public var calls: [SampleCall]

  /// A record with the given fields; `end` defaults to the last base of `reference`.
  public init(
    ordinal: Int? = nil, contigName: String, position: Position, identifier: String? = nil,
    reference: String, alternates: [AlternateAllele], end: Position? = nil,
    filters: [String] = [], quality: Float? = nil, isReferenceBlock: Bool = false,
    calls: [SampleCall]
  ) {
    self.ordinal = ordinal
    self.contigName = contigName
    self.contig = Contig(name: contigName)
    self.position = position
    self.identifier = identifier
    self.reference = reference
    self.alternates = alternates
    self.end = end ?? position.advanced(by: max(reference.utf8.count, 1) - 1)
    self.filters = filters
    self.quality = quality
    self.isReferenceBlock = isReferenceBlock
    self.calls = calls
  }
}
