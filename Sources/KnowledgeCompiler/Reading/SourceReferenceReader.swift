internal import Knowledge

/// Reads sources, as genes name them and as `sources.yaml` describes them.
enum SourceReferenceReader {
  /// The sources of a gene.
  static func read(_ list: [SourceValue]) -> [SourceReference] {
    list.compactMap { item in
      guard let fields = item.fields(of: "a source", "name", "version", "licence", "url"),
        let name = fields.requiredText("name"), let version = fields.requiredText("version"),
        let licence = fields.requiredText("licence")
      else { return nil }
      return SourceReference(
        name: name, version: version, licence: licence, url: fields.text("url") ?? "")
    }
  }

  /// The entries of `sources.yaml`; a name may come once for each licence.
  static func readDescriptions(_ list: [SourceValue]) -> [SourceReference] {
    var seen: Set<[String]> = []
    return list.compactMap { item in
      guard
        let fields = item.fields(
          of: "a source", "name", "title", "edition", "licence", "url", "usedFor", "attribution"),
        let name = fields.requiredText("name"), let edition = fields.requiredText("edition"),
        let licence = fields.requiredText("licence")
      else { return nil }
      guard seen.insert([name, licence]).inserted else {
        item.error("two sources have the same name and licence", found: name, remedy: "merge them")
        return nil
      }
      return SourceReference(
        name: name, version: edition, licence: licence, url: fields.text("url") ?? "",
        attribution: fields.text("attribution") ?? "")
    }
  }
}
