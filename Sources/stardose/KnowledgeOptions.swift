internal import ArgumentParser
internal import Knowledge
internal import KnowledgeCompiler
internal import Reports

/// Which knowledge base to use, and what to lay over it.
struct KnowledgeOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The compiled knowledge base.", valueName: "file"))
  var knowledge: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A folder of your own knowledge, laid over the knowledge base (may be repeated).",
      valueName: "folder"))
  var knowledgePack: [String] = []

  /// Opens the knowledge base, with the packs laid over it in their order.
  func open() throws -> KnowledgeBase {
    var base = try KnowledgeBase(path: KnowledgePath.find(knowledge))
    for pack in knowledgePack { base = try KnowledgeCompilation.lay(pack: pack, over: base) }
    return base
  }

  /// The SHA-256 of the compiled knowledge base, packs not counted.
  func sha256() throws -> String {
    ContentHash.sha256(Array(try TextFile.data(KnowledgePath.find(knowledge))))
  }
}
