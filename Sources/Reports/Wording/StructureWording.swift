import Genome
import Guidance
import Knowledge
import StarAlleles

/// The sentences for what reads say of a gene's copies, hybrids and their arrangement.
struct StructureWording {
  private let finding: StructureFinding

  init(_ finding: StructureFinding) { self.finding = finding }

  /// The copies, and the arrangements that fit with the reason there are several, as sentences.
  var sentences: [String] {
    var said: [String] = []
    if !finding.copies.isEmpty { said.append("The reads show \(copies).") }
    let reason = finding.reason.map { ": \($0)" } ?? ""
    if finding.arrangements.count > 1 {
      let help = finding.evidence.isLongRead ? "" : " Long reads across the gene could settle it."
      said.append("\(finding.arrangements.count) arrangements fit (\(listed))\(reason).\(help)")
    } else if finding.arrangements.isEmpty, let reason = finding.reason {
      said.append("The reads do not tell its copies: \(reason).")
    } else if let reason = finding.reason {
      said.append("\(reason.sentenceCased).")
    }
    return said
  }

  /// The chain of evidence, a line each.
  var lines: [String] {
    let evidence = finding.evidence
    var first = [
      "\(CheckWording.grouped(evidence.reads)) \(evidence.isLongRead ? "long" : "short") read"
        + "\(evidence.reads == 1 ? "" : "s") laid on the gene or its paralog"
    ]
    if let depth = evidence.stableDepth {
      first.append("\(CheckWording.decimal(depth)) reads deep where everyone has two copies")
    }
    if let total = evidence.totalCopies {
      first.append("\(CheckWording.decimal(total)) copies of gene, paralog and hybrids by depth")
    }
    if let spacers = evidence.spacerCopies {
      first.append("\(CheckWording.decimal(spacers)) followed by the paralog's own sequence")
    }
    let regions = evidence.regions.map { region in
      "\(region.interval.contig):\(region.interval.start)-\(region.interval.end): "
        + "\(region.geneFragments) fragments of the gene, \(region.paralogFragments) of the paralog"
        + (region.geneCopies.map { ", \(CheckWording.decimal($0)) copies of the gene" } ?? "")
    }
    let arrangements = finding.arrangements.map { fitting in
      "\(fitting.diplotype): \(Self.percent(fitting.probability)) of what fits"
    }
    return [first.joined(separator: ", ")] + regions
      + (finding.copies.isEmpty ? [] : ["copies: \(copies)"]) + arrangements
      + (finding.reason.map { [$0] } ?? [])
  }

  private var copies: String {
    finding.copies.map { "\(Self.number($0.count)) \($0.name)" }.listed("and")
  }

  private var listed: String {
    let shown = finding.arrangements.prefix(4).map {
      "\($0.diplotype), \(Self.percent($0.probability))"
    }
    let rest = finding.arrangements.count - shown.count
    return shown.joined(separator: "; ") + (rest > 0 ? "; \(rest) more" : "")
  }

  private static func percent(_ share: Double) -> String {
    share > 0 && share < 0.0005 ? "under 0.1 %" : CheckWording.percent(share)
  }

  private static func number(_ count: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six"]
    return words.indices.contains(count) ? words[count] : String(count)
  }
}

extension GeneCall {
  /// Whether reads showed the gene's copies, so that a caveat about small variants no longer holds.
  var showsStructure: Bool {
    if let structure, !structure.arrangements.isEmpty { return true }
    return notes.contains { note in
      guard case .copies(let copies) = note else { return false }
      switch copies.conclusion {
      case .twoCopies, .event: return true
      case .unexplained, .notTold: return false
      }
    }
  }
}
