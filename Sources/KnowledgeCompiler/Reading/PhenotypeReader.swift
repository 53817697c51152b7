internal import Knowledge

/// Reads `phenotype` of a gene.
struct PhenotypeReader {
  let file: SourceFile

  /// The phenotyping and the line of each of its rules.
  func read(_ gene: SourceFields) -> (value: Phenotyping, lines: [Int])? {
    guard let root = gene.required("phenotype"),
      let fields = root.fields(
        of: "phenotype", "functionPairs", "activityScore", "watchedAlleles", "diplotype")
    else { return nil }
    guard fields.values.count == 1, let kind = fields.values.keys.first else {
      let found = fields.values.keys.sorted().joined(separator: ", ")
      file.error(
        root.line, "phenotype must have one of its four forms", found: found.isEmpty ? nil : found,
        remedy: "give functionPairs, activityScore, watchedAlleles or diplotype")
      return nil
    }
    switch kind {
    case "functionPairs":
      let rules = fields.list(kind).compactMap(functionRule)
      return (.functionPair(rules.map(\.0)), rules.map(\.1))
    case "activityScore":
      let rules = fields.list(kind).compactMap(scoreRule)
      return (.activityScore(rules.map(\.0)), rules.map(\.1))
    case "watchedAlleles":
      let names = fields.locatedTexts(kind)
      return (.watchedAlleles(names.map(\.text)), names.map(\.line))
    default:
      if fields.flag("diplotype") { return (.diplotype, []) }
      root.error("'diplotype' of phenotype can only be true", remedy: "write diplotype: true")
      return nil
    }
  }

  private func functionRule(_ item: SourceValue) -> (Phenotyping.FunctionRule, Int)? {
    let texts = item.texts("a function rule").map(\.text)
    guard texts.count == 2 || texts.count == 3, let phenotype = texts.last else {
      item.error(
        "a function rule has one or two functions and a phenotype",
        found: texts.joined(separator: ", "), remedy: "write [function, function, phenotype]")
      return nil
    }
    return (.init(functions: texts.dropLast(), phenotype: phenotype), item.line)
  }

  private func scoreRule(_ item: SourceValue) -> (Phenotyping.ScoreRule, Int)? {
    guard let fields = item.fields(of: "a score rule", "from", "to", "phenotype"),
      let lowest = score("from", fields), let phenotype = fields.requiredText("phenotype")
    else { return nil }
    var highest: Int?
    if fields["to"] != nil {
      guard let read = score("to", fields) else { return nil }
      highest = read
    }
    if let highest, highest < lowest {
      item.error("a score rule ends below its start", found: phenotype, remedy: "swap from and to")
      return nil
    }
    return (.init(range: .init(lowest: lowest, highest: highest), phenotype: phenotype), item.line)
  }

  private func score(_ name: String, _ fields: SourceFields) -> Int? {
    guard let text = fields.requiredText(name) else { return nil }
    if let score = ActivityScore(text), !score.isLowerBound { return score.hundredths }
    fields[name]?.error(
      "'\(name)' of a score rule is no activity score", remedy: "write it as \"0.25\"")
    return nil
  }
}
