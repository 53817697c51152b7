/// A variant that someone asks about: `chr10:94781859:G:A`, `chr1:1000:N:<DEL>;END=2000`.
package struct ExplainedVariant: Sendable, Hashable {
  /// The contig as spelled.
  package let contig: String
  /// POS, 1-based.
  package let position: UInt32
  package let reference: String
  /// ALT: one allele, several with commas, or `.`.
  package let alternate: String
  /// What INFO says of its extent, or `.`.
  package let info: String

  /// Reads `contig:pos:ref:alt`, with `;END=` or `;SVLEN=` behind it where a symbolic allele
  /// needs it.
  ///
  /// A contig may have colons of its own, as `HLA-A*01:01`, and so may a breakend or `<DUP:TANDEM>`:
  /// of the places where a number stands before bases, the last is taken.
  package init(parsing text: String) throws(SpecificationError) {
    func error(_ reason: String) -> SpecificationError {
      SpecificationError(place: "variant \(SpecificationError.quoted(text))", reason: reason)
    }
    guard !text.contains(where: \.isWhitespace) else {
      throw error("it holds white space; write it as chr10:94781859:G:A")
    }
    let halves = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    let place = parts.indices.dropFirst().dropLast(2).last {
      UInt32(parts[$0]) != nil && Self.isBases(parts[$0 + 1])
    }
    guard let place, let position = UInt32(parts[place]), !parts[0].isEmpty else {
      throw error(
        "no position stands before REF and ALT; write contig:position:REF:ALT, "
          + "as in chr10:94781859:G:A")
    }
    let alternate = parts[(place + 2)...].joined(separator: ":")
    guard
      alternate.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(Self.isAllele)
    else {
      throw error(
        "ALT \(SpecificationError.quoted(alternate)) is none; write bases, '*', '.', "
          + "a name as <DEL>, or a breakend as G]chr17:198982]")
    }
    contig = parts[..<place].joined(separator: ":")
    self.position = position
    reference = String(parts[place + 1])
    self.alternate = alternate
    info = halves.count == 2 && !halves[1].isEmpty ? String(halves[1]) : "."
  }

  /// The alternate alleles.
  var alternates: [Substring] { alternate.split(separator: ",") }

  /// The line of a VCF that has it.
  var line: [UInt8] {
    Array("\(contig)\t\(position)\t.\t\(reference)\t\(alternate)\t.\t.\t\(info)".utf8)
  }

  private static func isBases(_ text: Substring) -> Bool {
    !text.isEmpty && text.uppercased().utf8.allSatisfy { "ACGTNRYSWKMBDHV".utf8.contains($0) }
  }

  private static func isAllele(_ text: Substring) -> Bool {
    isBases(text) || text == "*" || text == "."
      || text.hasPrefix("<") && text.hasSuffix(">") && text.count > 2
      || text.contains { $0 == "[" || $0 == "]" }
      || text.count > 1 && (text.hasPrefix(".") || text.hasSuffix("."))
  }
}
