import Guidance
import Knowledge

/// The sentences that the rules of a knowledge base become.
enum GeneratedTexts {
  static func all(_ knowledge: CheckedKnowledge) -> [OverlapFinder.Place] {
    knowledge.rules.map { drug, _, rule in
      let wording = GuidanceWording(rule: rule, drug: drug.name, names: knowledge.names)
      let patient = PatientWording(rule: rule, names: knowledge.names)
      let matched = rule.conditions.map { condition in
        var terms: [String] = []
        if case .phenotypes(let names) = condition.requirement { terms = names }
        return MatchedGene(gene: condition.gene, diplotype: nil, terms: terms, activityScore: nil)
      }
      let implications = ImplicationWording.sentences(rule.implications, genes: matched)
      return OverlapFinder.Place(
        name: "the wording of \(rule.id)",
        text: ([wording.text, wording.headline, patient.text] + implications)
          .joined(separator: "\n"))
    }
  }
}
