internal import Knowledge

/// Reads `sources` of a patient factor or a risk.
///
/// What names the part of a source (`id`, `label`, `section`, `paper`) becomes one detail; the hash
/// of the text read (`text`) is for the importer's check and is not kept.
enum FactSourceReader {
  static func read(_ list: [SourceValue]) -> [FactSource] {
    list.compactMap { item in
      guard
        let fields = item.fields(
          of: "a source", "name", "id", "label", "section", "paper", "version", "licence", "url",
          "text", "readOn"),
        let name = fields.requiredText("name")
      else { return nil }
      let detail = ["id", "label", "section", "paper"].compactMap { fields.text($0) }
      return FactSource(
        name: name, detail: detail.joined(separator: ", "),
        version: fields.text("version") ?? fields.text("readOn") ?? "",
        licence: fields.text("licence") ?? "", url: fields.text("url") ?? "")
    }
  }
}
