import Knowledge
import StarAlleles

/// A gene's result as inhibitors and inducers leave it.
struct ConvertedGene {
  /// The facts it was worked out by.
  let rule: EnzymeConversion
  /// The result by genotype; nil if there is none.
  let original: GeneResult?
  /// The result to reckon with; nil where it can't be stated.
  let converted: GeneResult?
  /// What causes it, the strongest first.
  let causes: [EnzymeActor]
  /// The steps, one line each.
  let arithmetic: [String]

  /// The phenotypes by genotype; empty if there is no result.
  var before: [String] { original?.phenotypes ?? [] }
  /// The phenotypes to reckon with; empty where they can't be stated.
  var after: [String] { converted?.phenotypes ?? [] }

  /// Who or what causes it, by printed name.
  var names: String { causes.map(\.name).distinct.listed("and") }

  /// What is said of it.
  var sentence: Sentence { Sentence(text, trace) }

  private var text: String {
    let gene = rule.gene
    let likely = rule.isLikelyOnly ? "likely " : ""
    let who = causes.map { "\($0.name) (\($0.kind))" }.distinct.listed("and")
    let remark = rule.remark.map { " \($0)" } ?? ""
    let limits = causes.compactMap(\.remark).distinct
    let limit = limits.isEmpty ? "" : " (\(limits.joined(separator: "; ")))"
    guard !after.isEmpty else {
      let roles = Set(causes.map(\.role.role))
      if roles.count > 1 {
        return
          "\(who.sentenceCased) act on \(gene) in opposite directions; how it works now can't be "
          + "stated.\(remark)"
      }
      if original?.lookups.isEmpty ?? true {
        return
          "\(who.sentenceCased) acts on \(gene)\(limit), which has no result; how it works now is not "
          + "assessed.\(remark)"
      }
      return
        "\(who.sentenceCased) acts on \(gene)\(limit); the phenotype it leads to can't be stated."
        + remark
    }
    let now = after.map { PhenotypeWording.plain($0).withArticle }.listed("or")
    if before.isEmpty {
      return
        "\(gene) has no result; with \(who) it \(likely)works as in \(now), whatever the genotype."
    }
    let was = before.map { PhenotypeWording.plain($0).withArticle }.listed("or")
    return "\(gene) \(likely)works as in \(now) with \(who); by genotype it is \(was)."
  }

  private var trace: Trace {
    var inputs = [Trace.Input]()
    for lookup in original?.lookups ?? [] {
      if let diplotype = lookup.diplotype {
        inputs.append(Trace.Input("\(rule.gene) diplotype", "\(diplotype)", from: "genotype"))
      }
      if let phenotype = lookup.phenotype {
        inputs.append(Trace.Input("\(rule.gene) phenotype", phenotype, from: "genotype"))
      }
      if let score = lookup.activityScore {
        inputs.append(Trace.Input("\(rule.gene) activity score", "\(score)", from: "genotype"))
      }
    }
    for cause in causes {
      inputs.append(
        Trace.Input(
          cause.name, "\(cause.role.protein), \(cause.kind)",
          from: cause.habit == nil ? "medication list" : "habits"))
    }
    let source = rule.sources.first
    return Trace(
      rule: "conversion-\(rule.gene)", source: source?.name ?? "", version: source?.version ?? "",
      rows: causes.flatMap { cause in
        cause.role.sources.map { "\(cause.role.protein) \(cause.medicine) \($0)" }
      }.distinct, url: source?.url ?? "", inputs: inputs,
      missing: original?.lookups.isEmpty ?? true ? ["\(rule.gene) genotype"] : [],
      arithmetic: arithmetic,
      considered: [rule.remark].compactMap(\.self)
        + rule.sources.dropFirst().map { source in
          [source.name, source.detail, source.url].filter { !$0.isEmpty }.joined(separator: ", ")
        })
  }

  /// The form in which a review holds it.
  var phenoconversion: Phenoconversion {
    Phenoconversion(
      gene: rule.gene,
      genotypePhenotype: before.isEmpty ? nil : before.joined(separator: " or "),
      effectivePhenotype: after.isEmpty ? nil : after.joined(separator: " or "),
      isLikelyOnly: rule.isLikelyOnly, causes: causes.map(\.medicine).distinct, sentence: sentence)
  }
}
