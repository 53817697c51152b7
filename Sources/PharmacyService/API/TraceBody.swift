internal import Guidance

/// Every sentence of one answer, part by part, each with where it comes from.
struct TraceBody: Encodable {
  var layout = "stardose-trace-list/1"
  var medicine: String
  var engine: String
  var knowledgeIdentity: String
  var knowledgeVersion: String
  var parts: [Part]

  struct Part: Encodable {
    var part: String
    var sentence: Sentence
  }

  init(
    medicine: String, engine: String, knowledgeIdentity: String, knowledgeVersion: String,
    answer: MedicationAnswer
  ) {
    self.medicine = medicine
    self.engine = engine
    self.knowledgeIdentity = knowledgeIdentity
    self.knowledgeVersion = knowledgeVersion
    let groups: [(String, [Sentence])] = [
      ("action", [answer.action]), ("alternatives", answer.alternatives.map(\.note)),
      ("dose", answer.dose), ("why", answer.why), ("sources", answer.sources.map(\.sentence)),
      ("wouldChange", answer.wouldChange), ("notTested", answer.notTested),
      ("findings", answer.findings.map(\.sentence)),
    ]
    parts = groups.flatMap { part, sentences in
      sentences.map { Part(part: part, sentence: $0) }
    }
  }
}
