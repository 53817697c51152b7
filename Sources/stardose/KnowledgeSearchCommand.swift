internal import ArgumentParser
internal import Knowledge

/// `stardose knowledge search`.
struct KnowledgeSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find a medicine by generic name, brand, code or a misspelling.",
    discussion: """
      A tab-separated line each: the id, the name that matched and what it is, how well it fits, \
      whether there is guidance, and for a combination what is in it.
      """)

  @Argument(help: "What to look for; a strength or dose form after the name is passed over.")
  var text: [String]

  @Option(name: .long, help: "The most lines to print.")
  var limit = 10

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    let knowledge = try knowledge.open()
    let wanted = text.joined(separator: " ")
    let matches = try knowledge.search(wanted, limit: max(1, limit))
    guard !matches.isEmpty else {
      throw RequestError(
        "no medicine is called '\(wanted)', nor anything like it; check the spelling, "
          + "or search for the generic name")
    }
    for match in matches { print(Self.line(match)) }
  }

  private static func line(_ match: MedicineMatch) -> String {
    let medicine = match.medicine
    let quality =
      switch match.quality {
      case .exact: "same name"
      case .beginning: "begins with it"
      case .similar(let slips): slips == 1 ? "1 slip" : "\(slips) slips"
      }
    let holds =
      medicine.ingredients.isEmpty
      ? medicine.kind == .ingredient ? "" : medicine.kind.rawValue
      : medicine.ingredients.joined(separator: " + ")
    return [
      medicine.id, "\(match.matchedName) (\(match.nameKind.rawValue))", quality,
      match.hasGuidance ? "guidance" : "no guidance", holds,
    ].joined(separator: "\t")
  }
}
