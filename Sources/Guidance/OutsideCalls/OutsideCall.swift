public import Knowledge
public import StarAlleles

/// One statement of an outside-call file: what another laboratory or tool says of one gene.
public struct OutsideCall: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// The diplotype in the knowledge base's spelling; nil where the row gives none.
  public var diplotype: Diplotype?
  /// The phenotype in the standard term; nil where the row gives none.
  public var phenotype: String?
  /// The activity score; nil where the row gives none.
  public var activityScore: ActivityScore?
  /// Haplotype names the knowledge base does not have.
  public var unknownAlleles: [String]
  /// Where the row stands.
  public var place: OutsideCallPlace
  /// The sample the file says it is of; nil where it names none.
  public var sample: String?
  /// The program that wrote the file; nil for a table of results.
  public var caller: OutsideCaller?
  /// What the program says of its own call, as the end of a sentence of which it is the subject.
  public var marks: [String] = []
  /// The phenotype the program gives beside its diplotype, in the standard term; nil for none.
  ///
  /// It decides nothing; where the knowledge base gives another, the report says so.
  public var toldPhenotype: String?

  /// Whether the row says that the laboratory could not call the gene.
  public var isNoCall: Bool { diplotype == nil && phenotype == nil && activityScore == nil }

  /// Makes an outside call.
  public init(
    gene: String, diplotype: Diplotype?, phenotype: String?, activityScore: ActivityScore?,
    unknownAlleles: [String] = [], place: OutsideCallPlace = OutsideCallPlace(file: "", line: 0)
  ) {
    self.gene = gene
    self.diplotype = diplotype
    self.phenotype = phenotype
    self.activityScore = activityScore
    self.unknownAlleles = unknownAlleles
    self.place = place
  }
}

/// A line of an outside-call file.
public struct OutsideCallPlace: Sendable, Hashable {
  /// The file's name as the user gave it.
  public var file: String
  /// The line, from 1; 0 for the file as a whole.
  public var line: Int

  /// Makes a place.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

extension OutsideCallPlace: CustomStringConvertible {
  /// Spelled `calls.tsv, line 3`, or the name alone.
  public var description: String { line == 0 ? file : "\(file), line \(line)" }
}
