/// Where a fact comes from: who said it, which edition, under which licence.
public struct SourceReference: Sendable, Hashable {
  /// The body that states the fact, such as `CPIC`, `DPWG`, `PharmVar`, `ClinPGx`.
  public var name: String
  /// The edition or data date, such as `2025-11-05`.
  public var version: String
  /// The SPDX licence of the fact, such as `CC0-1.0` or `CC-BY-SA-4.0`.
  public var licence: String
  /// The page a reader can check; empty if there is none.
  public var url: String
  /// The words its licence asks to be printed beside its facts; empty if it asks for none.
  public var attribution: String

  /// Makes a source reference.
  public init(
    name: String, version: String, licence: String, url: String = "", attribution: String = ""
  ) {
    self.name = name
    self.version = version
    self.licence = licence
    self.url = url
    self.attribution = attribution
  }
}
