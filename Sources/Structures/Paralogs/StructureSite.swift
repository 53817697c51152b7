/// A place where copies of a gene and its paralog differ from each other.
struct StructureSite {
  /// The coordinate on the gene, 1-based GRCh38.
  let position: Int
  /// The index of the first base on the gene; for a change of length, of the window's first base.
  let geneIndex: Int
  /// The index of the window's last base on the gene; the first again for a single base.
  let lastGeneIndex: Int
  /// How states are told apart.
  let states: States
  /// The state of the gene's and of the paralog's sequence; nil where a sequence has none.
  let geneState: Int
  let paralogState: Int?
  /// Whether the paralog is known to differ from the gene here in everyone.
  let isDifference: Bool
  /// The index into the gene's positions; nil if it is none of them.
  let definingPosition: Int?

  /// How states are told apart.
  enum States {
    /// By the base: a code for each state.
    case bases([UInt8])
    /// By how much longer the window is than in the gene's sequence.
    case lengths([Int])

    /// The state of an observation; nil if none fits.
    func state(of value: Int) -> Int? {
      switch self {
      case .bases(let codes): codes.firstIndex { Int($0) == value }
      case .lengths(let lengths): lengths.firstIndex(of: value)
      }
    }

    var count: Int {
      switch self {
      case .bases(let codes): codes.count
      case .lengths(let lengths): lengths.count
      }
    }
  }
}
