internal import Crypto
public import Knowledge
internal import MappedIndex

/// Turns the `knowledgebase` folder into the file that `KnowledgeBase` opens.
///
/// The same text gives the same bytes: nothing of the time, the machine or the order of the
/// folder is written.
public enum KnowledgeCompilation {
  /// Reads and checks a folder and writes the compiled file.
  ///
  /// - Throws: `CurationError` with everything that is wrong, or an error that says why the file
  ///   can't be written. Nothing is written then.
  public static func compile(directory: String, output: String) throws -> CompilationSummary {
    let sources = try checked(directory)
    let genes = sources.genes.map(\.gene)
    let drugs = sources.drugs.map(\.drug)
    let file = KnowledgeFile(genes: genes, drugs: drugs, sources: sources.references)
    let identity = identity(of: file)
    let bytes = file.fileBytes(identity: identity, version: sources.version)
    try AtomicFile.write(bytes, to: output)
    return CompilationSummary(
      output: output, byteCount: bytes.count, identity: identity, version: sources.version,
      geneCount: genes.count, alleleCount: genes.map(\.alleles.count).reduce(0, +),
      drugCount: drugs.count,
      ruleCount: drugs.flatMap(\.guidelines).map(\.rules.count).reduce(0, +),
      notes: sources.findings.notes.sorted())
  }

  /// Everything wrong or worth knowing about a folder, by file and line.
  public static func check(directory: String) -> [CurationFinding] {
    KnowledgeSources(directory: directory).findings.all.sorted()
  }

  /// The genes, drugs and sources of a folder, without writing anything.
  ///
  /// - Throws: `CurationError` with everything that is wrong.
  public static func load(directory: String) throws(CurationError)
    -> ([Gene], [Drug], [SourceReference])
  {
    let sources = try checked(directory)
    return (sources.genes.map(\.gene), sources.drugs.map(\.drug), sources.references)
  }

  private static func checked(_ directory: String) throws(CurationError) -> KnowledgeSources {
    let sources = KnowledgeSources(directory: directory)
    let errors = sources.findings.errors
    guard errors.isEmpty else { throw CurationError(errors) }
    return sources
  }

  /// The first 12 hexadecimal digits of the SHA-256 over all sections, each with its name.
  private static func identity(of file: KnowledgeFile) -> String {
    var hash = SHA256()
    file.forEachSection { name, bytes in
      hash.update(data: Array("\(name):\(bytes.count):".utf8))
      hash.update(data: bytes)
    }
    let digits = hash.finalize().prefix(6).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return digits.joined()
  }
}
