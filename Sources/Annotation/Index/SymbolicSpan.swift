/// How far a symbolic allele reaches, by the rules of VCF 4.4.
package enum SymbolicSpan {
  /// The last base of a symbolic allele, 1-based: END, or POS + |SVLEN| for those that span the
  /// reference, whichever is further; nil if neither is known.
  ///
  /// - Parameters:
  ///   - position: POS.
  ///   - alternate: the allele with its angle brackets.
  ///   - end: the value of INFO END, if it has one.
  ///   - length: the allele's element of INFO SVLEN, if it has one.
  package static func end(position: Int, alternate: [UInt8], end: Int?, length: Int?) -> Int? {
    let declared = end.flatMap { $0 >= position ? $0 : nil }
    let spanned = length.flatMap { length -> Int? in
      guard spansReference(alternate), length != 0, length > -(1 << 40), length < 1 << 40 else {
        return nil
      }
      return position + abs(length)
    }
    guard let declared else { return spanned }
    return max(declared, spanned ?? declared)
  }

  /// Whether an allele's length is one of the reference: DEL, DUP, INV, CNV and CN0, CN1, ...
  private static func spansReference(_ alternate: [UInt8]) -> Bool {
    let kind = alternate.dropFirst().prefix(3)
    return ["DEL", "DUP", "INV", "CNV"].contains { kind.elementsEqual($0.utf8) }
      || kind.starts(with: "CN".utf8) && kind.last.map { (48...57).contains($0) } == true
  }
}
