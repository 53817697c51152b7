/// How one sequence lies on another: where both start, and the runs from there on.
public struct LaidSequence: Sendable, Hashable {
  /// The first base of the paralog, 1-based GRCh38.
  public var paralogStart: Int
  /// The first base of the gene, 1-based GRCh38.
  public var geneStart: Int
  /// The runs in order.
  public var runs: [Run]

  /// A run of one kind.
  public struct Run: Sendable, Hashable {
    /// What the run is.
    public var kind: Kind
    /// How many bases it has.
    public var length: Int

    /// Makes a run.
    public init(kind: Kind, length: Int) {
      self.kind = kind
      self.length = length
    }
  }

  /// What a run is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Bases side by side, equal or not.
    case match = "M"
    /// Bases that only the paralog has.
    case paralogOnly = "I"
    /// Bases that only the gene has.
    case geneOnly = "D"
  }

  /// Makes an alignment.
  public init(paralogStart: Int, geneStart: Int, runs: [Run]) {
    self.paralogStart = paralogStart
    self.geneStart = geneStart
    self.runs = runs
  }

  /// Reads runs spelled as in a CIGAR of `M`, `I` and `D`; nil for anything else.
  public static func runs(_ text: String) -> [Run]? {
    var runs: [Run] = []
    var length = 0
    for character in text {
      if let digit = character.wholeNumberValue, character.isASCII {
        length = length * 10 + digit
        guard length < 1_000_000 else { return nil }
      } else if let kind = Kind(rawValue: String(character)), length > 0 {
        runs.append(Run(kind: kind, length: length))
        length = 0
      } else {
        return nil
      }
    }
    return length == 0 && !runs.isEmpty ? runs : nil
  }

  /// The runs spelled as a CIGAR.
  public var text: String { runs.map { "\($0.length)\($0.kind.rawValue)" }.joined() }

  /// How many bases of the paralog and of the gene the runs use up.
  public var lengths: (paralog: Int, gene: Int) {
    runs.reduce((0, 0)) { sum, run in
      (
        sum.0 + (run.kind == .geneOnly ? 0 : run.length),
        sum.1 + (run.kind == .paralogOnly ? 0 : run.length)
      )
    }
  }
}
