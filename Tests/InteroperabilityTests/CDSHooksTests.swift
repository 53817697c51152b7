import Guidance
import Knowledge
import Reports
import Testing

struct CDSHooksTests {
  private let fixture: InteropFixture
  private let hooks: CDSHooks

  init() throws {
    fixture = try InteropFixture()
    hooks = try CDSHooks(fixture.knowledge)
  }

  /// A request in the shape of the specification's examples.
  private static func body(
    _ hook: String = "order-sign", drafts: [(id: String, code: String, text: String)],
    selections: [String]? = nil, prefetch: String? = nil
  ) -> [UInt8] {
    let entries = drafts.map { draft in
      """
      {"resource":{"resourceType":"MedicationRequest","id":"\(draft.id)","status":"draft",
      "intent":"order","subject":{"reference":"Patient/1288992"},"medicationCodeableConcept":
      {"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"\(draft.code)",
      "display":"\(draft.text)"}],"text":"\(draft.text)"}}}
      """
    }.joined(separator: ",")
    let chosen =
      selections.map { list in
        "\"selections\":[\(list.map { "\"\($0)\"" }.joined(separator: ","))],"
      } ?? ""
    return Array(
      """
      {"hook":"\(hook)","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
      "context":{"userId":"Practitioner/123","patientId":"1288992",\(chosen)
      "draftOrders":{"resourceType":"Bundle","entry":[\(entries)]}}
      \(prefetch.map { ",\"prefetch\":\($0)" } ?? "")}
      """.utf8)
  }

  private static let clopidogrel = (id: "draft1", code: "32968", text: "clopidogrel 75 mg tablet")
  private static let omeprazole = (id: "draft2", code: "7646", text: "omeprazole")
  private static let carbamazepine = (id: "draft3", code: "2002", text: "carbamazepine")

  private func cards(
    _ body: [UInt8], service: String = "pgx-order-sign",
    stored: PatientDocument? = InteropFixture.patient
  ) throws -> [JSONValue] {
    let reply = hooks.answer(try hooks.request(body, service: service), stored: stored)
    #expect(reply.status == 200)
    let value = try json(reply.body)
    #expect(!value.hasNothing(but: "cards"))
    let cards = try #require(value["cards"]).elements
    for card in cards { try checkSpecification(card) }
    return cards
  }

  /// What CDS Hooks 2.0 demands of every card.
  private func checkSpecification(_ card: JSONValue) throws {
    let summary = try #require(card["summary"]?.text)
    #expect(!summary.isEmpty && summary.count < 140)
    #expect(["info", "warning", "critical"].contains(card["indicator"]?.text))
    #expect(card[path: "source", "label"]?.text?.isEmpty == false)
    #expect((card["suggestions"] == nil) == (card["selectionBehavior"] == nil))
    let suggestions = card["suggestions"]?.elements ?? []
    #expect(suggestions.count { $0["isRecommended"] == .bool(true) } <= 1)
    for suggestion in suggestions {
      #expect(suggestion["label"]?.text?.isEmpty == false)
      for action in suggestion["actions"]?.elements ?? [] {
        #expect(action["description"]?.text?.isEmpty == false)
        #expect(action["type"]?.text == "delete" && action["resourceId"]?.text != nil)
      }
    }
    for reason in card["overrideReasons"]?.elements ?? [] {
      #expect(reason["display"]?.text?.isEmpty == false)
    }
    for link in card["links"]?.elements ?? [] {
      #expect(link["type"]?.text == "absolute" && link["appContext"] == nil)
    }
  }

  @Test func `discovery names each service with hook, description and prefetch`() throws {
    let services = try #require(try json(hooks.discovery().body)["services"]).elements
    #expect(
      services.map { $0["hook"]?.text } == ["order-select", "order-sign", "patient-view"])
    for service in services {
      #expect(service["id"]?.text != nil && service["description"]?.text != nil)
      #expect(
        service["prefetch"]?.members.map(\.name) == ["patient", "pgx", "meds", "creatinine"])
    }
  }

  @Test func `an order to avoid gets a critical card that can remove the draft`() throws {
    let cards = try cards(Self.body(drafts: [Self.clopidogrel]))
    #expect(cards.count == 1)
    let card = try #require(cards.first)
    #expect(card["indicator"]?.text == "critical")
    #expect(
      card[path: "suggestions", "0", "actions", "0", "resourceId"]?.text
        == "MedicationRequest/draft1")
    #expect(card[path: "suggestions", "0", "isRecommended"] == .bool(true))
    #expect(card["overrideReasons"]?.elements.count == 3)
    #expect(card["selectionBehavior"]?.text == "at-most-one")
  }

  @Test func `the same request gets the same bytes`() throws {
    let request = try hooks.request(
      Self.body(drafts: [Self.clopidogrel]), service: "pgx-order-sign")
    #expect(
      hooks.answer(request, stored: InteropFixture.patient)
        == hooks.answer(request, stored: InteropFixture.patient))
  }

  @Test func `an order to give as usual gets no card`() throws {
    #expect(try cards(Self.body(drafts: [Self.omeprazole])).isEmpty)
  }

  @Test func `order-select looks at what was selected alone`() throws {
    let drafts = [Self.clopidogrel, Self.omeprazole]
    let other = try cards(
      Self.body("order-select", drafts: drafts, selections: ["MedicationRequest/draft2"]),
      service: "pgx-order-select")
    #expect(
      !other.contains {
        $0[path: "suggestions", "0", "actions", "0", "resourceId"]?.text
          == "MedicationRequest/draft1"
      })
    let selected = try cards(
      Self.body("order-select", drafts: drafts, selections: ["MedicationRequest/draft1"]),
      service: "pgx-order-select")
    #expect(selected.first?["indicator"]?.text == "critical")
  }

  @Test func `a medicine is known by its name where its code is not`() throws {
    let cards = try cards(Self.body(drafts: [("d", "999999999", "Clopidogrel 75 mg")]))
    #expect(cards.first?["indicator"]?.text == "critical")
  }

  @Test func `an order that is not recognised is said to be unchecked`() throws {
    let cards = try cards(Self.body(drafts: [("d", "999999999", "wonderdrug")]))
    #expect(cards.count == 1)
    #expect(cards.first?["summary"]?.text?.contains("wonderdrug") == true)
    #expect(cards.first?["indicator"]?.text == "info")
  }

  @Test func `a gene without a result gives an info card, never silence`() throws {
    let cards = try cards(Self.body(drafts: [Self.carbamazepine]))
    #expect(cards.first?["indicator"]?.text == "info")
    #expect(cards.first?["summary"]?.text?.contains("not assessed") == true)
  }

  @Test func `without results held or sent the answer is 412`() throws {
    let request = try hooks.request(
      Self.body(drafts: [Self.clopidogrel]), service: "pgx-order-sign")
    let reply = hooks.answer(request, stored: nil)
    #expect(reply.status == 412)
    #expect(try json(reply.body)["resourceType"]?.text == "OperationOutcome")
    #expect(hooks.answer(request, stored: PatientDocument(id: "p")).status == 412)
  }

  @Test func `a prefetch said to be empty is an answer: not assessed`() throws {
    let cards = try cards(
      Self.body(drafts: [Self.clopidogrel], prefetch: #"{"pgx":null}"#), stored: nil)
    #expect(cards.first?["indicator"]?.text == "info")
  }

  @Test func `results sent along are used, our own bundle among them`() throws {
    let bundle = String(
      decoding: FHIRBundle.document(try InteropFixture.report()), as: UTF8.self)
    let cards = try cards(
      Self.body(drafts: [Self.clopidogrel], prefetch: "{\"pgx\":\(bundle)}"), stored: nil)
    #expect(cards.first?["indicator"]?.text == "critical")
  }

  @Test func `the patient's view is one card`() throws {
    let body = Array(
      """
      {"hook":"patient-view","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
      "context":{"userId":"Practitioner/123","patientId":"1288992"}}
      """.utf8)
    var patient = InteropFixture.patient
    patient.medications = ["clopidogrel", "omeprazole"]
    let cards = try cards(body, service: "pgx-patient-view", stored: patient)
    #expect(cards.count == 1)
    #expect(cards.first?["summary"]?.text?.contains("clopidogrel") == true)
  }

  @Test(arguments: [
    ("{", "no JSON"), ("[]", "object"), (#"{"hook":"patient-view"}"#, "'order-sign'"),
    (#"{"hook":"order-sign"}"#, "'hookInstance'"),
    (#"{"hook":"order-sign","hookInstance":"x"}"#, "UUID"),
    (#"{"hook":"order-sign","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"}"#, "'context'"),
    (
      #"{"hook":"order-sign","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","fhirAuthorization":{},"context":{}}"#,
      "'fhirServer'"
    ),
    (
      #"{"hook":"order-sign","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","context":{"userId":"Practitioner/1"}}"#,
      "'context.patientId'"
    ),
    (
      #"{"hook":"order-sign","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","context":{"userId":"Practitioner/1","patientId":"2"}}"#,
      "'context.draftOrders'"
    ),
  ])
  func `a body that is no request is refused with a sentence`(body: String, words: String) throws {
    let reply = try #require(throws: ServiceReply.self) {
      _ = try hooks.request(Array(body.utf8), service: "pgx-order-sign")
    }
    #expect(reply.status == 400)
    #expect(String(decoding: reply.body, as: UTF8.self).contains(words))
  }

  @Test func `an unknown service is 404`() throws {
    let reply = try #require(throws: ServiceReply.self) {
      _ = try hooks.request([], service: "pgx-nothing")
    }
    #expect(reply.status == 404)
  }

  @Test func `another patient's prefetch is refused`() throws {
    let body = Self.body(
      drafts: [Self.clopidogrel],
      prefetch: #"{"patient":{"resourceType":"Patient","id":"other"}}"#)
    let reply = try #require(throws: ServiceReply.self) {
      _ = try hooks.request(body, service: "pgx-order-sign")
    }
    #expect(reply.status == 400)
  }

  private static let card = "4e0a3a1e-3283-4575-ab82-028d55fe2719"

  @Test func `feedback is read, accepted and overridden`() throws {
    let body = """
      {"feedback":[
      {"card":"\(Self.card)","outcome":"accepted","acceptedSuggestions":[{"id":"e56e1945"}],
      "outcomeTimestamp":"2026-11-30T10:05:31Z"},
      {"card":"\(Self.card)","outcome":"overridden","outcomeTimestamp":"2026-11-30T10:05:31Z",
      "overrideReason":{"reason":{"code":"action-completed","system":"s"},"userComment":"done"}}]}
      """
    let feedback = try hooks.feedback(Array(body.utf8), service: "pgx-order-sign")
    #expect(feedback.map(\.outcome) == [.accepted, .overridden])
    #expect(feedback.last?.overrideReason == "action-completed")
  }

  @Test(arguments: [
    "{}", #"{"feedback":[]}"#, #"{"feedback":[{"card":"x","outcome":"accepted"}]}"#,
    #"{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"ignored","outcomeTimestamp":"t"}]}"#,
    #"{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"accepted","outcomeTimestamp":"t"}]}"#,
    #"{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"overridden","outcomeTimestamp":"t","overrideReason":{}}]}"#,
    #"{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"overridden"}]}"#,
  ])
  func `feedback out of order is refused`(body: String) throws {
    let reply = try #require(throws: ServiceReply.self) {
      _ = try hooks.feedback(Array(body.utf8), service: "pgx-order-sign")
    }
    #expect(reply.status == 400)
  }
}
