internal import Knowledge

/// A drug as read from its file, with the lines that findings point at.
struct DrugSource {
  let drug: Drug
  let file: SourceFile
  /// The line of each guideline.
  let guidelineLines: [Int]
  /// The line of each rule of each guideline.
  let ruleLines: [[Int]]
}
