internal import ArgumentParser

/// `stardose knowledge`: what is known, and where from.
struct KnowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "knowledge", abstract: "Look into the knowledge base, check it, compile it.",
    subcommands: [
      KnowledgeListCommand.self, KnowledgeShowCommand.self, KnowledgeSearchCommand.self,
      KnowledgeSourcesCommand.self, KnowledgeValidateCommand.self, KnowledgeCompileCommand.self,
      KnowledgeAmbiguitiesCommand.self, KnowledgeDiffCommand.self,
    ])
}
