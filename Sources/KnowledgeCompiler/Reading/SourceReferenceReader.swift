internal import Knowledge

/// Reads the entries of a list of sources.
enum SourceReferenceReader {
  static func read(_ list: [SourceValue], of what: String) -> [SourceReference] {
    list.compactMap { item in
      guard
        let fields = item.fields(of: what, "name", "version", "licence", "url", "attribution"),
        let name = fields.requiredText("name"), let version = fields.requiredText("version"),
        let licence = fields.requiredText("licence")
      else { return nil }
      return SourceReference(
        name: name, version: version, licence: licence, url: fields.text("url") ?? "",
        attribution: fields.text("attribution") ?? "")
    }
  }
}
