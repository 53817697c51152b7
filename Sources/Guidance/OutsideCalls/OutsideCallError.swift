/// A row of an outside-call file that can't be read.
public struct OutsideCallError: Error, Sendable, Hashable {
  /// What is wrong.
  public var kind: Kind
  /// Where.
  public var place: OutsideCallPlace

  /// What can be wrong with a row.
  public enum Kind: Sendable, Hashable {
    /// There is no tab, so there is only one column.
    case oneColumn(String)
    /// The gene column is empty.
    case noGene
    /// Nothing is stated of the gene.
    case emptyRow(gene: String)
    /// A diplotype has more than two alleles.
    case tooManyAlleles(gene: String, text: String, count: Int)
    /// A gene with a single copy has two alleles.
    case twoAllelesOfSingleCopy(gene: String, text: String)
    /// One side of the slash is empty or a dot.
    case halfDiplotype(gene: String, text: String)
    /// The activity score is not a number.
    case badScore(gene: String, text: String)
  }

  /// Makes an error.
  public init(_ kind: Kind, at place: OutsideCallPlace) {
    self.kind = kind
    self.place = place
  }
}

extension OutsideCallError: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  public var description: String { "\(place): \(sentence)" }

  private var sentence: String {
    switch kind {
    case .oneColumn(let text):
      "only one column, \(text.quoted); separate gene, diplotype, phenotype and score with tabs"
    case .noGene:
      "the gene column is empty; write the gene symbol first"
    case .emptyRow(let gene):
      "nothing is stated of \(gene); give a diplotype, a phenotype or a score, or '.' for no call"
    case .tooManyAlleles(let gene, let text, let count):
      "\(text.quoted) has \(count) alleles of \(gene) where two are the most; "
        + "put alternative diplotypes on rows of their own"
    case .twoAllelesOfSingleCopy(let gene, let text):
      "\(text.quoted) has two alleles, but a person has one copy of \(gene); give one allele"
    case .halfDiplotype(let gene, let text):
      "half of the \(gene) diplotype \(text.quoted) is missing; "
        + "give both alleles, or '.' for no call"
    case .badScore(let gene, let text):
      "the activity score of \(gene) is \(text.quoted); write a number such as 1.25 or ≥3.0"
    }
  }
}
