import Knowledge

/// The English of what a circumstance, such as a habit or another medicine, changes about a medicine.
struct CircumstanceWording {
  /// The medicine's printed name.
  let drug: String
  /// What can be left out in its place, by printed name; nil for an organ or an age.
  let partner: String?
  let mechanism: String
  let direction: PatientFactor.Direction
  let fold: ClosedNumbers?
  let action: Action
  let isContraindicated: Bool
  let doses: [DoseAdvice]
  let monitoring: [Monitoring]
  /// Printed names.
  let alternatives: [String]
  let remark: String?

  /// What happens, for whom, then what to do.
  ///
  /// The remark comes before the instruction, as it often says whom the instruction is for.
  var text: String {
    ([effect, remark ?? ""] + instructions).filter { !$0.isEmpty }
      .map { $0.sentenceCased.closed }.joined(separator: " ")
  }

  /// What to do with the medicine, in a sentence that names it.
  var order: String {
    let clauses = DoseWording.clauses(doses).map(\.command)
    let said =
      if !main.isEmpty {
        isTogether || main.contains(drug) ? main : "\(drug): \(main)"
      } else if !clauses.isEmpty {
        "\(lead): \(clauses.listed("and"))"
      } else if !monitoring.isEmpty {
        "give \(drug) and monitor \(monitoring.map(\.words).listed("and"))"
      } else {
        "give \(drug) as usual"
      }
    return said.sentenceCased.closed
  }

  /// The drug, with the way its dose goes.
  private var lead: String {
    switch action {
    case .reduceDose: "lower the dose of \(drug)"
    case .increaseDose: "raise the dose of \(drug)"
    default: drug
    }
  }

  /// What happens and why.
  var effect: String {
    guard let what = direction.words else { return mechanism }
    let fold = fold.map { fold in
      let low = DoseWording.plain(fold.low)
      return " (\(fold.high.map { "\(low)–\(DoseWording.plain($0))" } ?? low)-fold)"
    }
    return "\(what)\(fold ?? ""): \(mechanism)"
  }

  private var isTogether: Bool { partner != nil }

  private var instructions: [String] {
    var sentences = [main].filter { !$0.isEmpty }
    if !alternatives.isEmpty { sentences.append("choose instead: \(alternatives.listed("or"))") }
    sentences += DoseWording.clauses(doses).map(\.command)
    if !monitoring.isEmpty, !isContraindicated {
      sentences.append("monitor \(monitoring.map(\.words).listed("and"))")
    }
    return sentences
  }

  /// The instruction; what can be left out besides the medicine is what is left out.
  private var main: String {
    if isContraindicated {
      return partner.map { "\(drug) and \($0) together are contraindicated" }
        ?? "\(drug) is contraindicated"
    }
    let saysDose = !doses.isEmpty
    switch action {
    case .avoid: return partner.map { "do not combine \(drug) and \($0)" } ?? "avoid \(drug)"
    case .useAlternative: return "choose another medicine"
    case .reduceDose: return saysDose ? "" : "give a lower dose"
    case .increaseDose: return saysDose ? "" : "a higher dose may be needed"
    case .adjustDose: return saysDose ? "" : "adjust the dose to this"
    case .monitor: return monitoring.isEmpty ? "watch more closely than usual" : ""
    case .test: return "do a further test before deciding"
    case .standard: return remark == nil && !saysDose ? "no change of dose is needed" : ""
    case .noRecommendation: return ""
    }
  }
}
