/// What the OpenAPI document says of one address.
struct Operation: Sendable {
  var summary: String
  /// The schema of the body taken; nil where there is none.
  var body: String?
  /// The schema of the answer; nil where it has no body.
  var answer: String?
  /// The status of a good answer.
  var status: Int
  /// Names in the query and what they are; those ending in `!` must be given.
  var query: [(name: String, meaning: String)]

  init(
    _ summary: String, body: String? = nil, answer: String? = nil, status: Int = 200,
    query: [(name: String, meaning: String)] = []
  ) {
    self.summary = summary
    self.body = body
    self.answer = answer
    self.status = answer == nil && status == 200 ? 204 : status
    self.query = query
  }

  /// The operation as the document has it.
  func object(of route: Route) -> [String: Any] {
    var object: [String: Any] = [
      "operationId": "\(route)", "summary": summary, "responses": responses,
      "security": security(of: route),
    ]
    let parameters = route.parameterNames.map { name -> [String: Any] in
      ["name": name, "in": "path", "required": true, "schema": ["type": "string"]]
    }
    let queries = query.map { item -> [String: Any] in
      [
        "name": item.name.replacing("!", with: ""), "in": "query",
        "required": item.name.hasSuffix("!"), "description": item.meaning,
        "schema": ["type": "string"],
      ]
    }
    if !(parameters + queries).isEmpty { object["parameters"] = parameters + queries }
    if let body {
      object["requestBody"] = ["required": true, "content": content(body)]
    }
    return object
  }

  private var responses: [String: Any] {
    var good: [String: Any] = ["description": "Done."]
    if let answer { good["content"] = content(answer) }
    return ["\(status)": good, "default": ["$ref": "#/components/responses/Problem"]]
  }

  private func content(_ schema: String) -> [String: Any] {
    ["application/json": ["schema": ["$ref": "#/components/schemas/\(schema)"]]]
  }

  private func security(of route: Route) -> [[String: [String]]] {
    switch route.access {
    case .anyone: []
    case .signedIn, .may: [["session": []]]
    case .client: [["client": []]]
    case .clientOrMay: [["client": []], ["session": []]]
    }
  }
}
