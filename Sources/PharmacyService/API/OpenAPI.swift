/// The OpenAPI 3.1 document of the JSON API.
enum OpenAPI {
  /// The document as JSON.
  static let document = "{}"
}
