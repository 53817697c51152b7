import Knowledge

/// Words what an equation makes of a patient, each sentence with its reckoning.
struct DoseEstimateWording {
  let estimate: DoseEstimate
  let inputs: DoseInputs
  let facts: PatientFacts
  let results: [GeneResult]
  /// All estimates for the medicine.
  let others: [DoseEstimate]

  private var equation: DoseEquation { estimate.equation }
  private var dosed: [DoseEstimate.Branch] { estimate.branches.filter { $0.weekly != nil } }

  /// The dose or why there is none first, then what a reader must know of it.
  var sentences: [Sentence] {
    guard estimate.weekly != nil else { return estimate.branches.prefix(1).map(refusal) }
    return [dose] + estimate.branches.filter { !$0.refusals.isEmpty }.map(refusal)
      + medicines + [ancestry, reduction, assumptions, requirement, accuracy].compactMap(\.self)
  }

  private var dose: Sentence {
    let text: String
    let isOpen = estimate.branches.count > 1
    if !isOpen, let branch = dosed.first, let weekly = branch.weekly,
      let range = branch.evaluation?.weeklyRange
    {
      let lowered = branch.reduction.map { reduction in
        let high = 1 - (reduction.high ?? reduction.low) / 100
        return ClosedNumbers(
          low: range.low * high, high: (range.high ?? range.low) * (1 - reduction.low / 100))
      }
      text =
        "\(weekly.shown) mg a week (\(weekly.perDay.shown) mg a day) by \(equation.name); around it "
        + "lay the stable doses of \(equation.spread.percent.plain) % of patients, between "
        + "\((lowered ?? range).shown(joinedBy: "and")) mg a week."
    } else {
      let parts = dosed.map { branch in
        "\(branch.weekly?.shown ?? "") mg a week with \(branch.genotypes.listed("and"))"
      }
      text = "The genotype is open, and so is the dose by \(equation.name): \(parts.listed("or"))."
    }
    let lead = estimate.isLeading ? "Start dose about " : "For comparison, about "
    return Sentence(
      isOpen ? (estimate.isLeading ? text : "For comparison: \(text)") : lead + text, trace)
  }

  private func refusal(_ branch: DoseEstimate.Branch) -> Sentence {
    let whom = estimate.branches.count > 1 ? " with \(branch.genotypes.listed("and"))" : ""
    let reasons = branch.refusals.map(\.words)
    var trace = trace
    trace.missing = branch.refusals.compactMap { refusal in
      switch refusal {
      case .missing(let measure): measure.words
      case .genotypeMissing(let gene): "\(gene) genotype"
      case .noTerm, .outside, .implausible: nil
      }
    }
    trace.considered = reasons
    return Sentence("No dose\(whom) by \(equation.name): \(reasons.listed("and")).", trace)
  }

  /// What other medicines on the list do to the dose.
  private var medicines: [Sentence] {
    (dosed.first?.evaluation?.contributions ?? [])
      .filter { $0.basis == .medicines && $0.amount != 0 }
      .map { contribution in
        Sentence(
          "\(contribution.value.sentenceCased) \(contribution.amount < 0 ? "lowers" : "raises") the dose "
            + "by \(equation.name); it is reckoned in.", trace)
      }
  }

  private var ancestry: Sentence? {
    guard inputs.facts[.ancestry] == nil, let weekly = estimate.weekly, weekly.high != nil,
      equation.ancestries.count > 1
    else { return nil }
    return Sentence(
      "Ancestry is not stated and need not be; over the terms \(equation.name) has for it the dose is "
        + "\(weekly.shown) mg a week.", trace)
  }

  private var reduction: Sentence? {
    guard let adjustment = equation.adjustment,
      let branch = dosed.first(where: { $0.reduction != nil }), let percent = branch.reduction
    else { return nil }
    let remark = adjustment.remark.map { " \($0)." } ?? ""
    let alleles = adjustment.alleles.listed("or")
    return Sentence(
      "\(equation.name) has no term for \(adjustment.gene) \(alleles), which is reckoned as "
        + "\(adjustment.reckonedAs) and the dose lowered by \(percent.words) %.\(remark)",
      guidelineTrace)
  }

  private var assumptions: Sentence? {
    guard let evaluation = dosed.first?.evaluation else { return nil }
    let assumed = evaluation.contributions.filter { $0.basis == .assumed }
    let unknown = evaluation.contributions.filter { $0.basis == .unknown && $0.name != "ancestry" }
    guard !assumed.isEmpty || !unknown.isEmpty else { return nil }
    let parts =
      assumed.map { "\($0.name) is not known and taken as \($0.value)" }
      + unknown.map { contribution in
        contribution.amount == 0
          ? "\(contribution.name) is not known and adds nothing"
          : "\(contribution.name) is not known and the equation's number for that is used"
      }
    return Sentence("\(equation.name): \(parts.joined(separator: "; ")).", trace)
  }

  /// What a group asks to be tested, in that group and where ancestry is not stated.
  private var requirement: Sentence? {
    guard let requirement = equation.requirement else { return nil }
    let untested = requirement.untested(results)
    let stated = facts.ancestry?.rawValue
    guard !untested.isEmpty, stated == requirement.group || stated == nil || stated == "mixed"
    else { return nil }
    let positions =
      requirement.positions.isEmpty ? "" : " and \(requirement.positions.listed("and"))"
    let tests = "\(requirement.gene) \(untested.listed("and"))\(positions)"
    let remark = requirement.remark.map { " \($0)." } ?? ""
    let text =
      stated == requirement.group
      ? "\(tests) were not shown to be tested: dose without genes."
      : "If the patient is of African ancestry and \(tests) were not tested, dose without genes."
    return Sentence(text + remark, guidelineTrace)
  }

  /// Where genes gain nothing over the same authors' equation without them.
  private var accuracy: Sentence? {
    let stated = facts.ancestry?.rawValue
    let poor = equation.accuracy.first { accuracy in
      guard let without = accuracy.withinFifthWithoutGenes, accuracy.group != "all" else {
        return false
      }
      return accuracy.withinFifth <= without && (stated == nil || stated == accuracy.group)
    }
    guard let poor, let without = poor.withinFifthWithoutGenes else { return nil }
    return Sentence(
      "In \(poor.patients) \(poor.group.sentenceCased) patients genes made it no better: "
        + "\(poor.withinFifth.shown(1)) % of doses were within a fifth of the stable one, "
        + "\(without.shown(1)) % without genes.", trace)
  }

  private var trace: Trace {
    let source = equation.sources.first
    var trace = Trace(
      rule: equation.id, source: source.map { $0.detail.isEmpty ? $0.name : $0.detail } ?? "",
      version: source?.version ?? "", url: source?.url ?? "")
    guard let branch = dosed.first ?? estimate.branches.first else { return trace }
    if let evaluation = branch.evaluation {
      trace.inputs = evaluation.contributions.filter { $0.basis != .equation }.map {
        Trace.Input($0.name, $0.value, from: $0.basis.rawValue)
      }
      trace.missing = evaluation.contributions.filter {
        $0.basis == .unknown || $0.basis == .assumed
      }.map(\.name)
    }
    trace.arithmetic = dosed.flatMap(steps)
    trace.considered = others.filter { $0.equation.id != equation.id }.map { other in
      let dose = other.weekly.map { "\($0.shown) mg a week" } ?? "no dose"
      return "\(other.equation.name): \(dose)"
    }
    return trace
  }

  private func steps(_ branch: DoseEstimate.Branch) -> [String] {
    guard let evaluation = branch.evaluation else { return [] }
    let weekly = evaluation.weekly.shown(2)
    let sum = evaluation.sum.shown(4)
    let dose =
      switch (equation.transform, equation.unit) {
      case (.square, .mgPerWeek): "\(sum)² = \(weekly) mg a week"
      case (.exponential, .mgPerWeek): "e^\(sum) = \(weekly) mg a week"
      case (.square, .mgPerDay): "\(sum)² = \(evaluation.daily.shown(2)) mg a day, \(weekly) a week"
      case (.exponential, .mgPerDay):
        "e^\(sum) = \(evaluation.daily.shown(2)) mg a day, \(weekly) a week"
      }
    let spread = equation.spread
    var lines = branch.genotypes.isEmpty || dosed.count == 1 ? [] : [branch.genotypes.listed("and")]
    lines += evaluation.contributions.map(\.step)
    lines += [
      "sum: \(sum)", dose,
      "\(spread.percent.plain) % of \(spread.patients) patients lay from \(spread.low.shown(3)) to "
        + "+\(spread.high.shown(3)) around the sum: "
        + "\(evaluation.weeklyRange.shown(joinedBy: "to")) mg a week",
    ]
    if let reduction = branch.reduction, let weekly = branch.weekly {
      lines.append("lowered by \(reduction.words) %: \(weekly.shown) mg a week")
    }
    return lines
  }

  /// The trace of what a guideline adds to the equation.
  private var guidelineTrace: Trace {
    var trace = trace
    if let source = equation.sources.first(where: { $0.name != equation.sources.first?.name }) {
      trace.source = source.name
      trace.version = source.version
      trace.url = source.url
    }
    return trace
  }
}

extension ClosedNumbers {
  /// To one digit after the point, a range as `20.1 to 25.0`.
  fileprivate var shown: String { shown(joinedBy: "to") }

  fileprivate func shown(joinedBy word: String) -> String {
    let ends = [low, high].compactMap { $0 }.map { $0.shown(1) }
    return ends.joined(separator: " \(word) ")
  }

  fileprivate var perDay: ClosedNumbers { ClosedNumbers(low: low / 7, high: high.map { $0 / 7 }) }
}
