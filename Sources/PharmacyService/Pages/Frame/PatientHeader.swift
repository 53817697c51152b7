package import Genome

/// What the head of a patient's pages shows.
package struct PatientHeader: Sendable, Hashable {
  /// The patient's id in the store.
  package var id: String
  /// The name, if the store holds one.
  package var name: String?
  /// The date of birth as `yyyy-mm-dd`, if the store holds one.
  package var birthDate: String?
  /// Where the gene results come from, such as a file and its assembly.
  package var source: String?
  /// What the check of the sample found, as a sentence; nil if there was none.
  package var sampleCheck: String?
  /// The assembly the results were read on; places are given on it.
  package var assembly: Assembly
  /// How many genes have a result.
  package var genesWithResult: Int
  /// How many genes were asked for.
  package var genesAsked: Int
  /// What the patient agreed to.
  package var consents: [ConsentLine]
  /// The reason given for access without the usual right; nil for usual access.
  package var breakGlassReason: String?

  /// Makes a head.
  package init(
    id: String, name: String? = nil, birthDate: String? = nil, source: String? = nil,
    sampleCheck: String? = nil, assembly: Assembly = .grch38, genesWithResult: Int,
    genesAsked: Int, consents: [ConsentLine] = [], breakGlassReason: String? = nil
  ) {
    self.id = id
    self.name = name
    self.birthDate = birthDate
    self.source = source
    self.sampleCheck = sampleCheck
    self.assembly = assembly
    self.genesWithResult = genesWithResult
    self.genesAsked = genesAsked
    self.consents = consents
    self.breakGlassReason = breakGlassReason
  }

  /// The name, or the id where there is none.
  var title: String { name ?? "Patient \(id)" }

  /// The address of one of the patient's pages.
  func path(_ rest: String = "") -> String { "/patients/\(Address.segment(id))\(rest)" }

  /// The address of a page on one medicine.
  func path(medicine: String, _ rest: String = "") -> String {
    path("/medicines/\(Address.segment(medicine))\(rest)")
  }
}

/// What a patient agreed to for one purpose.
package struct ConsentLine: Sendable, Hashable {
  /// The purpose as forms send it.
  package var purpose: String
  /// The purpose in words.
  package var words: String
  /// What holds today.
  package var state: State
  /// The last day it holds, as `yyyy-mm-dd`; nil if it has none.
  package var until: String?

  /// What holds for a purpose today.
  package enum State: String, Sendable, Hashable, CaseIterable {
    case given, withdrawn, expired, notAsked
  }

  /// Makes a line.
  package init(purpose: String, words: String, state: State, until: String? = nil) {
    self.purpose = purpose
    self.words = words
    self.state = state
    self.until = until
  }
}

extension ConsentLine.State {
  /// The state as a phrase.
  var word: String {
    switch self {
    case .given: "given"
    case .withdrawn: "withdrawn"
    case .expired: "expired"
    case .notAsked: "not asked"
    }
  }
}
