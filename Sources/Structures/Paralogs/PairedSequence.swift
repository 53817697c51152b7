internal import Genome
internal import Knowledge

/// A gene and its paralog as base codes, with the paralog laid on the gene.
///
/// Both lie in one array: the gene, a gap, the paralog, a gap, and what resembles both. Indices are
/// 0-based.
struct PairedSequence {
  /// Base codes: 0 to 3 for A, C, G, T; 4 in the gaps.
  let bases: [UInt8]
  /// How many bases the gene has.
  let geneCount: Int
  /// Where the paralog starts in `bases`.
  let paralogOffset: Int
  /// Where the paralog ends in `bases`; sequences that are neither follow after a gap.
  let paralogEnd: Int
  /// The gene's index side by side with each index of the paralog; -1 where there is none.
  let geneIndex: [Int32]
  /// The paralog's index side by side with each index of the gene; -1 where there is none.
  let paralogIndex: [Int32]
  /// Where the stretch starts that gene and paralog share, as an index of the gene; the sequence before it
  /// is there once on a chromosome.
  let sharedStart: Int
  private let geneStart: Int
  private let paralogStart: Int

  init(_ facts: ParalogFacts) {
    let gene = facts.geneSequence.bases.utf8.map(BaseCode.code)
    let paralog = facts.paralogSequence.bases.utf8.map(BaseCode.code)
    geneStart = facts.geneSequence.start.value
    paralogStart = facts.paralogSequence.start.value
    geneCount = gene.count
    sharedStart = facts.laid.geneStart - facts.geneSequence.start.value
    paralogOffset = gene.count + 400
    let gap = [UInt8](repeating: 4, count: 400)
    paralogEnd = paralogOffset + paralog.count
    bases =
      gene + gap + paralog + gap
      + facts.decoys.flatMap { $0.bases.utf8.map(BaseCode.code) + gap }
    var geneIndex = [Int32](repeating: -1, count: paralog.count)
    var paralogIndex = [Int32](repeating: -1, count: gene.count)
    var (g, p) = (facts.laid.geneStart - geneStart, facts.laid.paralogStart - paralogStart)
    for run in facts.laid.runs {
      switch run.kind {
      case .match:
        for step in 0..<run.length
        where gene.indices.contains(g + step) && paralog.indices.contains(p + step) {
          geneIndex[p + step] = Int32(g + step)
          paralogIndex[g + step] = Int32(p + step)
        }
        g += run.length
        p += run.length
      case .paralogOnly: p += run.length
      case .geneOnly: g += run.length
      }
    }
    self.geneIndex = geneIndex
    self.paralogIndex = paralogIndex
  }

  /// The index in the gene of a 1-based GRCh38 coordinate.
  func geneIndex(ofPosition position: Int) -> Int { position - geneStart }

  /// The index in the paralog of a 1-based GRCh38 coordinate.
  func paralogIndex(ofPosition position: Int) -> Int { position - paralogStart }

  /// The 1-based GRCh38 coordinate of an index in the gene.
  func position(ofGeneIndex index: Int) -> Int { geneStart + index }
}

/// Bases as numbers.
enum BaseCode {
  /// 0 to 3 for A, C, G and T in either case; 4 for anything else.
  static func code(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): 0
    case UInt8(ascii: "C"), UInt8(ascii: "c"): 1
    case UInt8(ascii: "G"), UInt8(ascii: "g"): 2
    case UInt8(ascii: "T"), UInt8(ascii: "t"): 3
    default: 4
    }
  }

  /// The bases of the other strand, in its direction.
  static func reverseComplement(_ codes: [UInt8]) -> [UInt8] {
    codes.reversed().map { $0 < 4 ? 3 - $0 : 4 }
  }
}
