import Evidence
import Knowledge

/// What the reads show at a position, with its alleles as sequence.
struct ReadCounts {
  /// The support behind the counts.
  var support: ReadSupport
  /// Each allele with the fragments behind it.
  var alleles: [(sequence: String, reads: ReadSupport.AlleleReads)]

  init(_ support: ReadSupport, _ position: DefiningPosition) {
    self.support = support
    alleles = support.alleles.map { (position.sequence($0.allele), $0) }
  }

  /// The counts in a few words: `30 reads: A 14, G 16, confidence 99`.
  var phrase: String {
    let counts = alleles.map { "\($0.sequence) \($0.reads.count)" }.joined(separator: ", ")
    return "\(support.depth) read\(support.depth == 1 ? "" : "s")"
      + (counts.isEmpty ? "" : ": \(counts)") + ", confidence \(support.confidence)"
  }

  /// The counts by strand with their qualities:
  /// `30 reads: A 14 (8 forward, 6 reverse), G 16 (7, 9), base quality 36, ...`.
  var detail: String {
    let counts = alleles.map { sequence, reads in
      "\(sequence) \(reads.count) (\(reads.forward) forward, \(reads.reverse) reverse)"
    }
    var parts = ["\(support.depth) read\(support.depth == 1 ? "" : "s")"]
    if !counts.isEmpty { parts[0] += ": " + counts.joined(separator: ", ") }
    if support.depth > 0 {
      parts.append("base quality \(support.meanBaseQuality)")
      parts.append("mapping quality \(support.meanMappingQuality)")
      parts.append("confidence \(support.confidence)")
    }
    if support.uninformative > 0 { parts.append("\(support.uninformative) can't tell") }
    if support.setAside > 0 { parts.append("\(support.setAside) of unsure place or base left out") }
    return parts.joined(separator: ", ")
  }
}

extension DefiningPosition {
  /// An allele as sequence; `?` for the unknown half of a half call.
  func sequence(_ allele: ObservedAllele) -> String {
    switch allele {
    case .documented(let number): alleles.indices.contains(number) ? alleles[number] : "?"
    case .undocumented(let sequence): sequence
    case .unknown: "?"
    }
  }
}
