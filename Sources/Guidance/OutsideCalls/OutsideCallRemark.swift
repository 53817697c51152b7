/// Something the parser did to a row, or left out, that a reader should know.
public struct OutsideCallRemark: Sendable, Hashable {
  /// What was done.
  public var kind: Kind
  /// Where.
  public var place: OutsideCallPlace

  /// The things a parser may do to a row.
  public enum Kind: Sendable, Hashable {
    /// The knowledge base has no such gene; the row is left out.
    case unknownGene(String)
    /// A suballele was read as its parent.
    case suballeleFolded(from: String, to: String)
    /// A name was cut to two fields.
    case fieldsTrimmed(from: String, to: String)
    /// The gene's letter was removed from allele names.
    case prefixRemoved(String)
    /// The knowledge base has no such allele of the gene.
    case unknownAllele(gene: String, allele: String)
    /// The knowledge base has no such phenotype of the gene.
    case unknownPhenotype(gene: String, phenotype: String)
    /// The knowledge base has no such phenotype of the gene, and there is a diplotype to go by.
    case phenotypeLeftOut(gene: String, phenotype: String)
    /// The gene has no activity score; the column is left out.
    case scoreIgnored(gene: String, score: String)
    /// The knowledge base has no such genes; what a program says of them is left out.
    case genesLeftOut(caller: String, genes: [String])
    /// A name of an older nomenclature was read as today's.
    case nameUpdated(from: String, to: String)
    /// A name of a group of alleles was read as the first of them.
    case groupRead(from: String, to: String)
    /// The mark of an allele's expression was left out.
    case expressionMark(from: String, to: String)
    /// Text in place of a diplotype was read as no call.
    case readAsNoCall(gene: String, text: String)
    /// A file that names samples has none of these names.
    case samplesWithout(count: Int, of: Int)
    /// It is not said which of two alleles is there more than once; both were taken.
    case copiesUnplaced(String)
  }

  /// Makes a remark.
  public init(_ kind: Kind, at place: OutsideCallPlace) {
    self.kind = kind
    self.place = place
  }
}

extension OutsideCallRemark: CustomStringConvertible {
  /// One sentence: where, what was found, what was done.
  public var description: String { "\(place): \(sentence)" }

  private var sentence: String {
    switch kind {
    case .unknownGene(let gene):
      "the knowledge base has no gene \(gene.quoted); the row is left out"
    case .suballeleFolded(let from, let to):
      "suballele \(from.quoted) is read as \(to.quoted)"
    case .fieldsTrimmed(let from, let to):
      "allele \(from.quoted) is read to two fields as \(to.quoted)"
    case .prefixRemoved(let text):
      "the gene's letter is removed from \(text.quoted)"
    case .unknownAllele(let gene, let allele):
      "the knowledge base has no \(gene) allele \(allele.quoted); no function is known for it"
    case .unknownPhenotype(let gene, let phenotype):
      "\(phenotype.quoted) is not a phenotype the knowledge base has for \(gene)"
    case .phenotypeLeftOut(let gene, let phenotype):
      "\(phenotype.quoted) is not a phenotype the knowledge base has for \(gene); "
        + "it is left out, and the diplotype read"
    case .scoreIgnored(let gene, let score):
      "\(gene) has no activity score; \(score.quoted) is left out"
    case .genesLeftOut(let caller, let genes):
      "the knowledge base has no \(genes.joined(separator: ", ")); "
        + "what \(caller) says of \(genes.count == 1 ? "it" : "them") is left out"
    case .nameUpdated(let from, let to):
      "\(from.quoted) is today's \(to.quoted)"
    case .groupRead(let from, let to):
      "\(from.quoted) is a group of alleles; it is read as \(to.quoted)"
    case .expressionMark(let from, let to):
      "\(from.quoted) marks how much of the allele is made; it is read as \(to.quoted)"
    case .readAsNoCall(let gene, let text):
      "\(text.quoted) is no diplotype of \(gene) and is read as no call"
    case .samplesWithout(let count, let total):
      "the file has no row of \(count) of the \(total) samples; nothing is taken from it for them"
    case .copiesUnplaced(let text):
      "\(text.quoted) does not say which allele is there more than once; both are considered"
    }
  }
}
