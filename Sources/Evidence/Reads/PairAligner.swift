internal import Glibc

/// The likelihood of a read given a haplotype, summed over all alignments.
///
/// This is the forward algorithm of a pair hidden Markov model (Durbin et al. 1998, Biological
/// Sequence Analysis, chapter 4; used for genotypes as in Poplin et al. 2018, doi:10.1101/201178).
/// The read must be used up; it may start and end anywhere in the haplotype. Gaps are dear except in
/// tandem repeats, where polymerases slip.
struct PairAligner {
  /// The chance that a gap opens after a base, Phred-scaled, outside repeats.
  static let gapOpening = 45
  /// The chance that a gap goes on, Phred-scaled.
  static let gapExtension = 10
  /// What each unit of a repeat beyond the second takes off `gapOpening`, down to the least.
  static let gapReliefPerUnit = 3
  /// The least `gapOpening`, in long repeats.
  static let leastGapOpening = 20
  /// The longest unit of a repeat looked for.
  static let longestUnit = 6

  private var matches: [Double] = []
  private var insertions: [Double] = []
  private var deletions: [Double] = []

  /// A haplotype with the chance of a gap after each of its bases.
  struct Haplotype: Sendable {
    let bases: [UInt8]
    let opening: [Double]

    /// - Parameter bases: upper-case letters; N where the base is not known.
    init(_ bases: [UInt8]) {
      self.bases = bases
      var quality = [Int](repeating: gapOpening, count: bases.count)
      for unit in 1...longestUnit {
        var index = unit
        while index < bases.count {
          guard bases[index] == bases[index - unit], bases[index] != UInt8(ascii: "N") else {
            index += 1
            continue
          }
          let start = index - unit
          while index < bases.count, bases[index] == bases[index - unit] { index += 1 }
          let units = (index - start) / unit
          guard units >= 3 else { continue }
          let relieved = max(leastGapOpening, gapOpening - gapReliefPerUnit * (units - 2))
          for place in max(start - 1, 0)..<index { quality[place] = min(quality[place], relieved) }
        }
      }
      opening = quality.map { pow(10, -Double($0) / 10) }
    }
  }

  /// The likelihood of a read.
  ///
  /// - Parameters:
  ///   - read: its bases, upper-case.
  ///   - errors: for each base the chance that it is wrong.
  ///   - haplotype: the haplotype.
  ///   - leastOpening: the chance of a gap after a base in reads of this kind, if larger than the
  ///     haplotype's own.
  /// - Returns: a number to compare with that of other haplotypes for the same read; 0 if the read
  ///   does not fit at all.
  mutating func likelihood(
    _ read: ArraySlice<UInt8>, errors: ArraySlice<Double>, haplotype: Haplotype,
    leastOpening: Double = 0
  ) -> Double {
    let width = haplotype.bases.count + 1
    guard width > 1, !read.isEmpty else { return 0 }
    // Rows are scaled up so that a read with many errors does not vanish.
    let start = 1e250 / Double(width - 1)
    reset(&matches, width, to: 0)
    reset(&insertions, width, to: 0)
    reset(&deletions, width, to: start)
    let extending = pow(10, -Double(Self.gapExtension) / 10)
    let closing = 1 - extending
    var isFirst = true
    for (base, error) in zip(read, errors) {
      let (hit, miss) = (1 - error, error / 3)
      var (diagonalMatch, diagonalInsertion) = (matches[0], insertions[0])
      var diagonalDeletion = deletions[0]
      insertions[0] = 0
      matches[0] = 0
      deletions[0] = 0
      for column in 1..<width {
        let letter = haplotype.bases[column - 1]
        let opening = max(haplotype.opening[column - 1], leastOpening)
        let previous = column > 1 ? max(haplotype.opening[column - 2], leastOpening) : opening
        let emission = letter == base || letter == UInt8(ascii: "N") ? hit : miss
        let (aboveMatch, aboveInsertion) = (matches[column], insertions[column])
        let aboveDeletion = deletions[column]
        let match =
          emission
          * (diagonalMatch * (1 - 2 * previous)
            + (diagonalInsertion + diagonalDeletion) * (isFirst ? 1 : closing))
        let insertion = 0.25 * (aboveMatch * opening + aboveInsertion * extending)
        let deletion = matches[column - 1] * previous + deletions[column - 1] * extending
        (diagonalMatch, diagonalInsertion) = (aboveMatch, aboveInsertion)
        diagonalDeletion = aboveDeletion
        matches[column] = match
        insertions[column] = insertion
        deletions[column] = deletion
      }
      isFirst = false
    }
    var sum = 0.0
    for column in 1..<width { sum += matches[column] + insertions[column] }
    return sum
  }

  private func reset(_ row: inout [Double], _ count: Int, to value: Double) {
    row.removeAll(keepingCapacity: true)
    row.append(contentsOf: repeatElement(value, count: count))
  }
}
