/// The answer for one medicine on a list: what a pharmacist reads in thirty seconds, in that order.
public struct MedicationAnswer: Sendable, Hashable {
  /// What was typed.
  public var text: String
  /// The medicine's id, such as `clopidogrel`.
  public var medicine: String
  /// The medicine's name as printed.
  public var name: String
  /// The RxNorm concept id; empty if unknown.
  public var rxnorm: String
  /// The answer as one of five.
  public var state: AnswerState
  /// 1: what to do, with the medicine named.
  public var action: Sentence
  /// 2: what to give in its place, each held against the same patient.
  public var alternatives: [CheckedAlternative]
  /// 3: the dose, as a number or share where a source gives one.
  public var dose: [Sentence]
  /// 4: why, in one line each: gene and phenotype, other medicine, organ, habit; what follows.
  public var why: [Sentence]
  /// 5: each source side by side.
  public var sources: [SourceOpinion]
  /// 6: what would change the answer.
  public var wouldChange: [Sentence]
  /// 7: what was not tested or is not known.
  public var notTested: [Sentence]
  /// Everything found, the most urgent first; the parts above are worded from these.
  public var findings: [ReviewFinding]

  /// Makes an answer.
  public init(
    text: String, medicine: String, name: String, rxnorm: String, state: AnswerState,
    action: Sentence, alternatives: [CheckedAlternative] = [], dose: [Sentence] = [],
    why: [Sentence] = [], sources: [SourceOpinion] = [], wouldChange: [Sentence] = [],
    notTested: [Sentence] = [], findings: [ReviewFinding] = []
  ) {
    self.text = text
    self.medicine = medicine
    self.name = name
    self.rxnorm = rxnorm
    self.state = state
    self.action = action
    self.alternatives = alternatives
    self.dose = dose
    self.why = why
    self.sources = sources
    self.wouldChange = wouldChange
    self.notTested = notTested
    self.findings = findings
  }
}

/// A medicine that could be given instead, held against the same patient.
public struct CheckedAlternative: Sendable, Hashable {
  /// The medicine's id.
  public var medicine: String
  /// Its name as printed.
  public var name: String
  /// The answer it would get in this patient, with the first medicine stopped.
  public var state: AnswerState
  /// Why it is, or is not, a good choice here.
  public var note: Sentence

  /// Makes an alternative.
  public init(medicine: String, name: String, state: AnswerState, note: Sentence) {
    self.medicine = medicine
    self.name = name
    self.state = state
    self.note = note
  }
}

/// What one source says of one medicine for this patient.
public struct SourceOpinion: Sendable, Hashable {
  /// The source as printed, such as `CPIC`.
  public var source: String
  /// Its grade of the advice; empty if it gives none.
  public var strength: String
  /// The date of the edition; empty if it states none.
  public var version: String
  /// The guideline's address; empty if none.
  public var url: String
  /// Whom it speaks of; empty for everyone.
  public var population: String
  /// Its answer.
  public var state: AnswerState
  /// What it says to do, in our words.
  public var sentence: Sentence

  /// Makes an opinion.
  public init(
    source: String, strength: String, version: String, url: String, population: String,
    state: AnswerState, sentence: Sentence
  ) {
    self.source = source
    self.strength = strength
    self.version = version
    self.url = url
    self.population = population
    self.state = state
    self.sentence = sentence
  }
}
