internal import Genome

/// The lengths of the primary contigs, from the assembly reports of the Genome Reference
/// Consortium (GCF_000001405.25 and GCF_000001405.40).
enum ReferenceLengths {
  /// The assembly in which a contig has this length; nil if neither or both.
  static func assembly(_ contig: Contig, _ length: Int) -> Assembly? {
    // The mitochondrion is the same in both; only hg19's older sequence tells itself apart.
    if contig == .mitochondrion { return length == 16571 ? .grch37 : nil }
    let index = Int(contig.code) - 1
    if grch37[index] == length { return .grch37 }
    return grch38[index] == length ? .grch38 : nil
  }

  /// The length of a contig in an assembly.
  static func length(of contig: Contig, in assembly: Assembly) -> Int {
    // NC_012920.1, the revised Cambridge sequence, in both.
    if contig == .mitochondrion { return 16569 }
    return (assembly == .grch37 ? grch37 : grch38)[Int(contig.code) - 1]
  }

  private static let grch37 = [
    249_250_621, 243_199_373, 198_022_430, 191_154_276, 180_915_260, 171_115_067, 159_138_663,
    146_364_022, 141_213_431, 135_534_747, 135_006_516, 133_851_895, 115_169_878, 107_349_540,
    102_531_392, 90_354_753, 81_195_210, 78_077_248, 59_128_983, 63_025_520, 48_129_895,
    51_304_566, 155_270_560, 59_373_566,
  ]

  private static let grch38 = [
    248_956_422, 242_193_529, 198_295_559, 190_214_555, 181_538_259, 170_805_979, 159_345_973,
    145_138_636, 138_394_717, 133_797_422, 135_086_622, 133_275_309, 114_364_328, 107_043_718,
    101_991_189, 90_338_345, 83_257_441, 80_373_285, 58_617_616, 64_444_167, 46_709_983,
    50_818_468, 156_040_895, 57_227_415,
  ]
}
