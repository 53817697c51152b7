/// The text a single fact was read from.
public struct FactSource: Sendable, Hashable {
  /// Who says so, as `sources.yaml` names it; or the name of a web page.
  public var name: String
  /// Which part: a guideline's id, a label with its date and section, a paper; empty if the name
  /// says it all.
  public var detail: String
  /// The edition, a date; empty if the detail bears it.
  public var version: String
  /// The SPDX licence of the fact; empty for a fact of a paper or page, which is cited only.
  public var licence: String
  /// A page a reader can check; empty if there is none.
  public var url: String

  /// Makes a source of a fact.
  public init(
    name: String, detail: String = "", version: String = "", licence: String = "", url: String = ""
  ) {
    self.name = name
    self.detail = detail
    self.version = version
    self.licence = licence
    self.url = url
  }
}
