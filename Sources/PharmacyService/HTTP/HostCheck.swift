internal import Hummingbird

/// The names under which the service may be asked for, and the origins its pages have.
///
/// A forged `Host` is how a page elsewhere reaches a service on loopback (DNS rebinding); a forged
/// or foreign `Origin` is how it makes a browser write. Both are refused before anything is read.
struct HostCheck: Sendable, Hashable {
  /// The names, in lower case, without a port.
  var names: Set<String>
  /// Whether the pages are served over TLS.
  var isTLS: Bool

  /// The names of a service with these settings.
  init(_ settings: ServiceSettings) {
    names = Set((settings.hostNames + [settings.host]).map { $0.lowercased() })
    if settings.isLoopback { names.formUnion(["localhost", "127.0.0.1", "::1"]) }
    isTLS = settings.certificate != nil
  }

  /// Refuses a request for another host.
  func checkHost(_ authority: String?) throws(Problem) {
    guard let authority, let name = Self.name(in: authority), names.contains(name) else {
      throw Problem(
        .misdirectedRequest,
        "This service does not answer under the host name asked for; use the address it was "
          + "started with, or start it with --host-name.")
    }
  }

  /// Refuses a writing request from a page elsewhere.
  ///
  /// - Parameter authority: The host and port the request is for, already checked.
  func checkOrigin(_ origin: String?, site: String?, authority: String?) throws(Problem) {
    if let site, site == "cross-site" || site == "same-site" { throw Self.foreign }
    guard let origin else { return }
    guard let authority else { throw Self.foreign }
    let own = (isTLS ? "https://" : "http://") + authority.lowercased()
    guard origin.lowercased() == own else { throw Self.foreign }
  }

  private static let foreign = Problem(
    .forbidden, "This request was sent by a page that is not this service's; open the page here.")

  /// The name in a `Host` header; nil if it is none.
  static func name(in authority: String) -> String? {
    let text = authority.lowercased()
    let name: Substring
    let port: Substring
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      name = text[text.index(after: text.startIndex)..<end]
      port = text[text.index(after: end)...]
    } else {
      let end = text.firstIndex(of: ":") ?? text.endIndex
      name = text[..<end]
      port = text[end...]
    }
    guard port.isEmpty || (port.first == ":" && UInt16(port.dropFirst()) != nil) else { return nil }
    return name.isEmpty ? nil : String(name)
  }
}
