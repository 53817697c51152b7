package import Guidance
import StarAlleles

extension CallWording {
  /// All remarks on a gene's result, as sentences, each once.
  package func notes(of result: GeneResult) -> [String] {
    (result.call.notes.map { sentence($0) } + result.lookupNotes.map { sentence($0) }).distinct
  }
}

extension GeneCall.Status {
  /// The status as the reports spell it.
  var word: String {
    switch self {
    case .called: "called"
    case .ambiguous: "ambiguous"
    case .notCalled(.outsideNoCall): "outside"
    case .notCalled: "notCalled"
    case .outside: "outside"
    }
  }

  /// Why there is no call; nil where there is one.
  var reason: NotCalledReason? {
    if case .notCalled(let reason) = self { reason } else { nil }
  }
}
