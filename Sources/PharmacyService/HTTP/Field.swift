internal import Hummingbird

/// Header names that the library does not list.
enum Field {
  static let fetchSite = name("Sec-Fetch-Site")
  static let origin = name("Origin")
  static let csrf = name("X-CSRF-Token")
  static let contentType = name("Content-Type")
  static let contentLength = name("Content-Length")
  static let accept = name("Accept")
  static let authorization = name("Authorization")
  static let cookie = name("Cookie")
  static let setCookie = name("Set-Cookie")

  /// A header's name from one written in this file or in an answer.
  static func name(_ text: String) -> HTTPFields.Element.Name {
    guard let name = HTTPFields.Element.Name(text) else {
      preconditionFailure("'\(text)' is no header name")
    }
    return name
  }
}
