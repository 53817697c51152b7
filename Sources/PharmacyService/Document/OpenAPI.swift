internal import Foundation
internal import Hummingbird

/// The OpenAPI 3.1 document of the JSON API, made of ``Route`` and what is said of each in
/// ``OpenAPI/operations``.
enum OpenAPI {
  /// The document as JSON.
  static let document = text()

  private static func text() -> String {
    var paths: [String: Any] = [:]
    for route in Route.allCases {
      guard let operation = operations[route] else { continue }
      var item = paths[route.path] as? [String: Any] ?? [:]
      item[route.method.rawValue.lowercased()] = operation.object(of: route)
      paths[route.path] = item
    }
    let document: [String: Any] = [
      "openapi": "3.1.0",
      "info": [
        "title": "Stardose", "version": "1",
        "description":
          "What a patient's genes, other medicines, organs and habits mean for a medication list.",
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": "/"]],
      "paths": paths,
      "components": [
        "securitySchemes": [
          "session": ["type": "apiKey", "in": "cookie", "name": Gate.cookie],
          "client": ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"],
        ],
        "schemas": OpenAPISchemas.all,
        "responses": [
          "Problem": [
            "description": "Refused or failed, in one sentence.",
            "content": [
              "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
            ],
          ]
        ],
      ],
    ]
    guard
      let data = try? JSONSerialization.data(
        withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes])
    else { preconditionFailure("the document is made of texts, lists and objects") }
    return String(decoding: data, as: UTF8.self)
  }
}
