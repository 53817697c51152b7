extension Comparison where Value == SourceReference {
  /// The sources of a knowledge base; one may stand once for each licence.
  static var sources: Comparison {
    Comparison(
      subject: "source", name: { "\($0.name) (\($0.licence))" }, summary: \.version,
      fields: [
        Field("version", label: "edition", \.version), Field("url", \.url),
        Field("attribution", \.attribution),
      ], others: ["name", "licence"])
  }

  /// The sources of one gene.
  static var geneSources: Comparison {
    Comparison(
      subject: "source", name: \.name, summary: { "\($0.version), \($0.licence)" },
      fields: [
        Field("version", \.version), Field("licence", \.licence), Field("url", \.url),
        Field("attribution", \.attribution),
      ], others: ["name"])
  }
}
