internal import Crypto
internal import Foundation
public import Knowledge
internal import MappedIndex

/// Turns the `knowledgebase` folder into the file that `KnowledgeBase` opens.
///
/// The same text gives the same bytes: nothing of the time, the machine or the order of the
/// folder is written.
public enum KnowledgeCompilation {
  /// Reads and checks a folder and writes the compiled file.
  ///
  /// With a base the folder is a pack, and the file holds both: see `KnowledgeContent`.
  /// - Throws: `CurationError` with everything that is wrong, or an error that says why the file
  ///   can't be written. Nothing is written then.
  public static func compile(
    directory: String, over base: KnowledgeContent? = nil, output: String
  ) throws -> CompilationSummary {
    let sources = try checked(directory, base)
    let content = sources.content
    let file = KnowledgeFile(content)
    let identity = identity(of: file)
    let bytes = file.fileBytes(identity: identity, version: sources.version)
    try AtomicFile.write(bytes, to: output)
    return CompilationSummary(
      output: output, byteCount: bytes.count, identity: identity, version: sources.version,
      content: content, notes: sources.findings.notes.sorted())
  }

  /// A knowledge base with a pack's folder laid over it, compiled anew for this process alone.
  ///
  /// - Throws: `CurationError` with everything wrong in the pack, `KnowledgeError` if the base can't
  ///   be read, or an error that says why no temporary file can be written.
  public static func lay(pack directory: String, over base: KnowledgeBase) throws -> KnowledgeBase {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("stardose-\(UUID().uuidString).stardose").path
    _ = try compile(directory: directory, over: base.content(), output: file)
    // The mapping outlives the name.
    defer { try? FileManager.default.removeItem(atPath: file) }
    return try KnowledgeBase(path: file)
  }

  /// Everything wrong or worth knowing about a folder, by file and line.
  public static func check(directory: String, over base: KnowledgeContent? = nil)
    -> [CurationFinding]
  {
    KnowledgeSources(directory: directory, base: base).findings.all.sorted()
  }

  /// What a folder holds, without writing anything.
  ///
  /// - Throws: `CurationError` with everything that is wrong.
  public static func load(directory: String, over base: KnowledgeContent? = nil)
    throws(CurationError) -> KnowledgeContent
  {
    try checked(directory, base).content
  }

  /// What a folder holds, with the identity and version that its compiled file would have.
  ///
  /// - Throws: `CurationError` with everything that is wrong.
  public static func edition(directory: String) throws(CurationError) -> KnowledgeEdition {
    let sources = try checked(directory, nil)
    let content = sources.content
    return KnowledgeEdition(
      path: directory, identity: identity(of: KnowledgeFile(content)), version: sources.version,
      content: content)
  }

  private static func checked(_ directory: String, _ base: KnowledgeContent?)
    throws(CurationError) -> KnowledgeSources
  {
    let sources = KnowledgeSources(directory: directory, base: base)
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
