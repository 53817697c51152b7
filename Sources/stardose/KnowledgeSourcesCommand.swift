internal import ArgumentParser
internal import Knowledge

/// `stardose knowledge sources`.
struct KnowledgeSourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Print each source with edition, licence and the attribution that reports print.")

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let knowledge = try knowledge.open()
    print("knowledge base \(knowledge.version) (\(knowledge.identity)), \(knowledge.path)")
    for source in knowledge.sources {
      print("\n\(source.name)  \(source.licence)")
      print("  edition: \(source.version)")
      if !source.url.isEmpty { print("  \(source.url)") }
      if !source.attribution.isEmpty { print("  \(source.attribution)") }
    }
  }
}
