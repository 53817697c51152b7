import Crypto

/// A file of the pages, kept in the program: its name holds its hash, so it may be cached for ever.
package struct Asset: Sendable, Hashable {
  /// The address, such as `/assets/app-1a2b3c4d5e6f.css`.
  package let path: String
  /// The media type.
  package let type: String
  /// The content.
  package let body: String

  /// Makes a file named after its content.
  init(_ name: String, _ ending: String, type: String, body: String) {
    let digest = SHA256.hash(data: Array(body.utf8))
    let hash = digest.prefix(6).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
    path = "/assets/\(name)-\(hash).\(ending)"
    self.type = type
    self.body = body
  }
}

/// The files of the pages.
package enum Assets {
  /// The style sheet, for screen and paper.
  package static let style = Asset(
    "app", "css", type: "text/css; charset=utf-8",
    body: ScreenStyle.text + AnswerStyle.text + PrintStyle.text)
  /// The script: type-ahead, keys, idle warning, file drop; no page needs it to be read.
  package static let script = Asset(
    "app", "js", type: "text/javascript; charset=utf-8", body: PageScript.text)
  /// The icon in the browser's tab.
  package static let icon = Asset(
    "icon", "svg", type: "image/svg+xml",
    body: """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M10 0l2.9 6.6 7.1.7-5.4 \
      4.7 1.6 7-6.2-3.7L3.8 19l1.6-7L0 7.3l7.1-.7z" fill="#0b4f8a"/></svg>
      """)
  /// All files.
  package static let all = [style, script, icon]
}
