internal import Genome
internal import Knowledge

/// A change of the reference that one of a position's alleles is, wherever it may be spelled.
struct KnownChange: Sendable {
  /// The index into `DefiningPosition.alleles`.
  let allele: Int
  /// The same change at each place it can be shifted to over the known reference, from the left.
  let placements: [AlleleEdit]

  /// The changes of a position on an assembly; none if it has no place there.
  static func all(of position: DefiningPosition, on assembly: Assembly) -> [KnownChange] {
    guard let locus = position.locus(on: assembly) else { return [] }
    let start = locus.position.value
    let reference = Array(position.alleles[locus.referenceIndex].utf8)
    let contextStart = locus.context?.start.value ?? start
    let context = locus.context.map { Array($0.bases.utf8) } ?? []
    let base = { (coordinate: Int) -> UInt8? in
      if reference.indices.contains(coordinate - start) { return reference[coordinate - start] }
      let offset = coordinate - contextStart
      return context.indices.contains(offset) ? context[offset] : nil
    }
    return position.alleles.indices.compactMap { allele in
      let bases = Array(position.alleles[allele].utf8)
      guard let edit = AlleleEdit(position: start, reference: reference, alternate: bases) else {
        return nil
      }
      return KnownChange(allele: allele, placements: placements(of: edit, base: base))
    }
  }

  private static func placements(of edit: AlleleEdit, base: (Int) -> UInt8?) -> [AlleleEdit] {
    guard edit.isPureIndel else { return [edit] }
    let first = edit.rolledLeft(base: base)
    let bases = first.deleted + first.inserted
    return (0...first.roomToTheRight(base: base)).compactMap { shift in
      let turn = shift % bases.count
      let turned = Array(bases[turn...] + bases[..<turn])
      return AlleleEdit(
        position: first.start + shift, reference: first.deleted.isEmpty ? [] : turned,
        alternate: first.deleted.isEmpty ? turned : [])
    }
  }
}
