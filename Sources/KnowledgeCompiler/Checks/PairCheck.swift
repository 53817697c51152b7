internal import Knowledge

/// Checks that every guideline the sources list for a drug has rules here, or words on why not.
struct PairCheck {
  let drugs: [String: Drug]

  func run(_ pairs: [Located<GuidelinePair>]) {
    for pair in pairs {
      let guideline = drugs[pair.value.drug]?.guidelines.first {
        $0.source == pair.value.source && $0.id == pair.value.guideline
      }
      if let guideline, !guideline.rules.isEmpty || guideline.remark != nil { continue }
      pair.error(
        "a guideline in the index is neither entered nor explained",
        found: "\(pair.value.source) \(pair.value.guideline), \(pair.value.drug)",
        remedy: "add its rules to the drug, or a remark that says why it has none")
    }
  }
}
