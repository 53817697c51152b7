/// The program an outside call came from.
public struct OutsideCaller: Sendable, Hashable {
  /// Its name, as its authors spell it.
  public var name: String
  /// Its version; nil where the file does not state one.
  public var version: String?

  /// Makes a caller.
  public init(name: String, version: String? = nil) {
    self.name = name
    self.version = version
  }
}

extension OutsideCaller: CustomStringConvertible {
  /// Spelled `pb-StarPhase 1.2.0`, or the name alone.
  public var description: String { version.map { "\(name) \($0)" } ?? name }
}
