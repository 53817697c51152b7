/// Where a sentence comes from: enough to check it by hand.
public struct Trace: Sendable, Hashable, Codable {
  /// The rule of the knowledge base or the formula, such as `cpic-clopidogrel-01` or `iwpc-2009`.
  public var rule: String
  /// The source's name, such as `CPIC`.
  public var source: String
  /// The source's version; empty if it states none.
  public var version: String
  /// The ids of the source's rows.
  public var rows: [String]
  /// The address of the source; empty if none.
  public var url: String
  /// What it was worked out from, in order: name, value, where the value is from.
  public var inputs: [Input]
  /// What would have been used had it been known.
  public var missing: [String]
  /// The steps of the reckoning, one line each; empty where there is none.
  public var arithmetic: [String]
  /// What else was considered and why it was not taken.
  public var considered: [String]

  /// A value that went into a sentence.
  public struct Input: Sendable, Hashable, Codable {
    /// What it is, such as `CYP2D6 phenotype`.
    public var name: String
    /// Its value as text.
    public var value: String
    /// Where it is from, such as `genotype`, `medication list`, `stated`.
    public var from: String

    /// Makes an input.
    public init(_ name: String, _ value: String, from: String) {
      self.name = name
      self.value = value
      self.from = from
    }
  }

  /// Makes a trace.
  public init(
    rule: String, source: String, version: String = "", rows: [String] = [], url: String = "",
    inputs: [Input] = [], missing: [String] = [], arithmetic: [String] = [],
    considered: [String] = []
  ) {
    self.rule = rule
    self.source = source
    self.version = version
    self.rows = rows
    self.url = url
    self.inputs = inputs
    self.missing = missing
    self.arithmetic = arithmetic
    self.considered = considered
  }
}
