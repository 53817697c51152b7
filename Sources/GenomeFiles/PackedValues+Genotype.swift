internal import CHTSlib
internal import Genome

extension PackedValues {
  /// The genotype packed in a GT field; nil if the field holds no integers.
  ///
  /// Each number is `(allele + 1) << 1 | phased`, 0 or 1 for a missing allele.
  ///
  /// - Throws: if it names an allele from `alleles` up.
  func genotype(alleles count: Int) throws(GenomeFileError.Rejection) -> Genotype? {
    switch unsafe type {
    case BCF_BT_INT8: return try unsafe genotype(of: Int8.self, alleles: count)
    case BCF_BT_INT16: return try unsafe genotype(of: Int16.self, alleles: count)
    case BCF_BT_INT32: return try unsafe genotype(of: Int32.self, alleles: count)
    default: return nil
    }
  }

  private func genotype<Word: FixedWidthInteger & BitwiseCopyable>(
    of: Word.Type, alleles count: Int
  ) throws(GenomeFileError.Rejection) -> Genotype {
    let width = MemoryLayout<Word>.size
    let ploidy = unsafe bytes.count / width
    var genotype = Genotype(alleles: [], isPhased: true)
    genotype.alleles.reserveCapacity(ploidy)
    for index in 0..<ploidy {
      // Safe: (index + 1) * width <= bytes.count.
      let word = unsafe bytes.loadUnaligned(fromByteOffset: index * width, as: Word.self)
      if word == Word.min + 1 { break }
      let code = word == Word.min ? 0 : Int(word)
      let allele = code >> 1 - 1
      if allele >= count { throw .init(.alleleOutOfRange(allele, alleles: count)) }
      genotype.alleles.append(allele < 0 ? nil : allele)
      if index > 0, code & 1 == 0 { genotype.isPhased = false }
    }
    return genotype
  }
}
