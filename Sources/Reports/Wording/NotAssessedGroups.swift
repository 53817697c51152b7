import Guidance
import Knowledge

/// Medicines without an answer, those with the same reason together.
struct NotAssessedGroups {
  /// Medicines that lack the same thing.
  struct Group {
    /// What is missing, in a few words.
    var title: String
    /// Why, in sentences.
    var reason: String
    /// What would answer it; empty where no test would.
    var remedy: String
    /// The medicines.
    var drugs: [Member]
  }

  /// A medicine of a group.
  struct Member {
    /// The drug's name.
    var name: String
    /// What some source does say of it; empty if none says anything.
    var said: String
  }

  /// The groups: missing genes first, then indeterminate results, then silent sources.
  let all: [Group]

  init(_ drugs: [DrugGuidance], _ context: ReportContext) {
    var order: [String: Int] = [:]
    var groups: [(rank: Int, group: Group)] = []
    for guidance in drugs {
      let (rank, group) = Self.group(of: guidance, context)
      let key = group.title + group.reason
      if let index = order[key] {
        groups[index].group.drugs += group.drugs
      } else {
        order[key] = groups.count
        groups.append((rank, group))
      }
    }
    all = groups.sorted { one, other in
      (one.rank, one.group.title, one.group.reason)
        < (other.rank, other.group.title, other.group.reason)
    }.map(\.group)
  }

  private static func group(
    of guidance: DrugGuidance, _ context: ReportContext
  ) -> (rank: Int, group: Group) {
    let gaps = guidance.entries.flatMap { entry -> [GeneGap] in
      if case .noResult(let gaps) = entry.reason { gaps } else { [] }
    }
    let unclear = guidance.entries.flatMap { entry -> [String] in
      if case .indeterminate(let genes) = entry.reason { genes } else { [] }
    }.distinct
    let spoken = guidance.entries.filter { $0.state != .notAssessed }
    let said = spoken.map { entry in
      let genes = entry.matchedGenes.map(\.gene).distinct.listed("and")
      let headline = EntryWording(entry, drug: guidance.drug, context).headline
      return "on \(genes.isEmpty ? "this" : genes) \(entry.guideline.source) says: "
        + headline.prefix(1).lowercased() + headline.dropFirst()
    }.distinct.joined(separator: "; ")
    let member = Member(name: guidance.drug.name, said: said)
    func made(_ rank: Int, _ title: String, _ reason: String, _ remedy: String) -> (Int, Group) {
      (rank, Group(title: title, reason: reason, remedy: remedy, drugs: [member]))
    }
    if !gaps.isEmpty {
      var seen: Set<GeneGap> = []
      let distinct = gaps.filter { seen.insert($0).inserted }.sorted { $0.gene < $1.gene }
      return made(
        0, "\(distinct.map(\.gene).distinct.listed("and")) result",
        distinct.map(context.notAssessed.sentence).joined(separator: " "),
        "Needed: \(distinct.map(context.notAssessed.remedy).distinct.listed("and")).")
    }
    if !unclear.isEmpty {
      return made(
        1, "A clear \(unclear.listed("and")) result",
        "The alleles found have no agreed function, so no rule can be looked up.", "")
    }
    if let silent = guidance.entries.first(where: { $0.reason == .noRules }) {
      let text = EntryWording(silent, drug: guidance.drug, context).text
      return made(3, "\(silent.guideline.source) rules to look up", text, "")
    }
    let found = guidance.dependence
    if guidance.entries.contains(where: { $0.state == .noChange }), found.mayNeedAction {
      let genes = found.openGenes.listed("and")
      let settling = found.deciding.prefix(3).compactMap { position in
        context.wording(position.gene)?.place(position.position)
      }
      return made(
        1, "\(genes) in full",
        "Other diplotypes of \(genes) fit the data too, and with some of them the advice changes.",
        settling.isEmpty
          ? "Needed: \(genes) testing by a method that tells them apart."
          : "Needed: a genotype at \(settling.listed("and")).")
    }
    return made(
      2, "Advice for these results",
      "The gene results are clear, but the sources make no recommendation for them.", "")
  }
}
