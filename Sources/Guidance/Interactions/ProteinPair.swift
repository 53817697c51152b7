import Knowledge

/// Two medicines that meet at one enzyme or transporter.
///
/// What is expected, by FDA's classes of strength and sensitivity. A blank is left out, so that a reader
/// is not drowned; "info" is told beside the rest and asks for nothing.
///
/// | inhibitor | sensitive | moderately sensitive | not stated |
/// | --- | --- | --- | --- |
/// | strong | change, 5-fold or more | caution, 2- to 5-fold | caution |
/// | moderate | caution, 2- to 5-fold | info | info |
/// | weak | info, up to 2-fold | | |
/// | not stated | info | | |
///
/// | inducer | sensitive | moderately sensitive | not stated |
/// | --- | --- | --- | --- |
/// | strong | change, to a fifth or less | caution, to a fifth to a half | caution |
/// | moderate | caution, to a fifth to a half | info | info |
/// | weak | info | | |
/// | not stated | info | | |
struct ProteinPair {
  /// What changes the protein.
  let actor: EnzymeActor
  /// The printed name of the medicine that needs it.
  let medicine: String
  /// How that medicine needs it.
  let substrate: ProteinRole
  /// The gene through which the protein activates the medicine; nil if it does not.
  let activatingGene: String?

  /// How urgent it is; nil if it is not worth telling.
  var state: AnswerState? {
    switch (actor.role.strength.rank, substrate.strength.rank) {
    case (0, 0): .change
    case (0, _), (1, 0): .caution
    case (1, _), (2, 0), (3, 0): .noChange
    default: nil
    }
  }

  /// How many times the exposure changes at the least, up or down; 1 if not known.
  var exposure: Double {
    switch (actor.role.strength.rank, substrate.strength.rank) {
    case (0, 0): 5
    case (0, 1), (1, 0): 2
    case (2, 0), (1, 1): 1.25
    default: 1
    }
  }

  private var isInducer: Bool { actor.role.role == .inducer }

  /// What happens, then what to think of.
  var text: String {
    let what = "\(actor.name.sentenceCased) (\(actor.kind) of \(actor.role.protein))"
    let sensitivity =
      substrate.strength.words.isEmpty
      ? "its substrate" : "its \(substrate.strength.words) substrate"
    let limit = actor.remark.map { ", \($0)" } ?? ""
    return "\(what) acts on \(medicine), \(sensitivity)\(limit): \(effect). \(advice)".trimmed
  }

  /// What happens to the medicine.
  var effect: String {
    if activatingGene != nil {
      return isInducer
        ? "more of it is activated, so the effect may grow"
        : "less of it is activated, so the effect may be too weak"
    }
    let size: String
    switch (actor.role.strength.rank, substrate.strength.rank, isInducer) {
    case (0, 0, false): size = " 5-fold or more"
    case (0, 1, false), (1, 0, false): size = " 2- to 5-fold"
    case (2, 0, false): size = " up to 2-fold"
    case (0, 0, true): size = " to a fifth or less"
    case (0, 1, true), (1, 0, true): size = " to between a fifth and a half"
    default: size = ""
    }
    let verb = size.isEmpty ? "may" : "is likely to"
    return isInducer
      ? "its exposure \(verb) fall\(size)" : "its exposure \(verb) rise\(size)"
  }

  private var advice: String {
    let raises = isInducer == (activatingGene != nil)
    let other = actor.habit == nil ? "one of them" : "\(actor.name)"
    switch state {
    case .change:
      return
        actor.habit == nil
        ? "Replace \(other), or \(raises ? "lower" : "raise") the dose of \(medicine) and watch closely."
        : "Leave out \(other), or \(raises ? "lower" : "raise") the dose of \(medicine)."
    case .caution:
      return
        "Watch for \(raises ? "side effects" : "loss of effect"), and when \(actor.name) stops."
    default: return ""
    }
  }

  /// What to do, in a sentence that names the medicine.
  var order: String {
    let raises = isInducer == (activatingGene != nil)
    switch state {
    case .change:
      return
        "Give \(medicine) without \(actor.name), or at a \(raises ? "lower" : "higher") dose."
    default:
      return
        "Give \(medicine) with \(actor.name) only while watching for "
        + (raises ? "side effects." : "loss of effect.")
    }
  }

  /// Where it comes from.
  var trace: Trace {
    Trace(
      rule: "pair-\(actor.role.strength.rawValue)-\(actor.role.role.rawValue)-"
        + substrate.strength.rawValue,
      source: "FDA-interactions",
      rows: actor.role.sources.map { "\(actor.role.protein) \(actor.medicine) \($0)" }
        + substrate.sources.map { "\(substrate.protein) \(medicine) \($0)" },
      inputs: [
        Trace.Input(
          actor.name, "\(actor.kind) of \(actor.role.protein)",
          from: actor.habit == nil ? "medication list" : "habits"),
        Trace.Input(
          medicine,
          "\(substrate.strength.words) substrate of \(substrate.protein)".trimmed,
          from: "medication list"),
      ],
      considered: activatingGene.map { ["\($0) activates \(medicine), by the guidelines' words"] }
        ?? [])
  }
}
