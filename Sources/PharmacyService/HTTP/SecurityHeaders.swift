/// The headers every answer carries.
enum SecurityHeaders {
  /// Names and values; a handler's own header of the same name wins.
  static func all(isTLS: Bool) -> [(name: String, value: String)] {
    var headers = [
      (
        name: "Content-Security-Policy",
        value: "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
      ),
      (name: "X-Content-Type-Options", value: "nosniff"),
      // With `no-referrer` browsers send `Origin: null` with forms, which the host check refuses.
      (name: "Referrer-Policy", value: "same-origin"),
      (name: "X-Frame-Options", value: "DENY"),
      (name: "Cross-Origin-Opener-Policy", value: "same-origin"),
      (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
      (name: "Cache-Control", value: "no-store"),
    ]
    if isTLS { headers.append((name: "Strict-Transport-Security", value: "max-age=31536000")) }
    return headers
  }
}
