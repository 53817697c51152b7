/// An outside-call file, or a row of one, that can't be read.
public struct OutsideCallError: Error, Sendable, Hashable {
  /// What is wrong.
  public var kind: Kind
  /// Where.
  public var place: OutsideCallPlace

  /// What can be wrong with a file or a row.
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
    /// The file has no row.
    case nothing
    /// No row is of a gene the knowledge base has; the first says this in its place.
    case noKnownGene(first: String)
    /// The file is no text.
    case notText
    /// The file is compressed.
    case compressed
    /// An archive has no table of results.
    case archiveWithoutTable
    /// The file is a VCF.
    case variantFile
    /// The JSON is broken, and how.
    case brokenJSON(String)
    /// The JSON is of no program that is known here.
    case unknownJSON
    /// A program's file lacks a part without which it says nothing.
    case lacks(caller: String, part: String)
    /// A row of a program's file ends before its last column.
    case shortRow(caller: String, found: Int, needed: Int)
    /// Neither file nor knowledge base says which gene a program's file is of.
    case geneNotNamed(caller: String)
    /// The file has rows of samples, and none is the one looked at.
    case otherSamples(count: Int)
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
    case .nothing:
      "the file states no result; give a table of gene and diplotype, or a caller's own output"
    case .noKnownGene(let first):
      "no row is of a gene the knowledge base has, and the first says \(first.quoted) in its place; "
        + "put the gene's symbol first, or into the file's name where a program's table leaves it out"
    case .notText:
      "the file is not text; give a table of gene and diplotype, or a caller's own output"
    case .compressed:
      "the file is compressed; decompress it first"
    case .archiveWithoutTable:
      "the archive has no file 'data.tsv'; give the results.zip that PyPGx wrote"
    case .variantFile:
      "the file is a VCF, which states no diplotype; give the caller's table or report"
    case .brokenJSON(let problem):
      "the JSON is broken: \(problem); give the whole file as its program wrote it"
    case .unknownJSON:
      "the JSON is of no program known here; known are "
        + OutsideFormats.jsonCallers.listed("and")
    case .lacks(let caller, let part):
      "this looks like the output of \(caller), but \(part) is missing; "
        + "give the whole file as \(caller) wrote it"
    case .shortRow(let caller, let found, let needed):
      "the row has \(found) of \(needed) columns; give the whole file as \(caller) wrote it"
    case .geneNotNamed(let caller):
      "this looks like the output of \(caller), which does not say its gene; "
        + "put the gene's symbol into the file's name"
    case .otherSamples(let count):
      "none of the file's \(count) sample\(count == 1 ? "" : "s") has the name of the one looked at; "
        + "name the right one with --outside-sample"
    }
  }
}
