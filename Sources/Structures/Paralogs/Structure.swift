/// How many copies there are of the gene, the paralog and each hybrid shape.
struct Structure: Hashable {
  /// Whole copies of the paralog.
  var paralogs: Int
  /// Whole copies of the gene.
  var genes: Int
  /// Hybrids and how many of each, in the order of the library.
  var hybrids: [Hybrid]

  /// A hybrid shape and how many there are.
  struct Hybrid: Hashable {
    var shape: GeneUnit.Shape
    var count: Int
  }

  /// All copies together.
  var total: Int { paralogs + genes + hybrids.reduce(0) { $0 + $1.count } }

  /// Copies that end like the paralog.
  var spacers: Int {
    paralogs + hybrids.reduce(0) { $0 + ($1.shape.hasSpacer ? $1.count : 0) }
  }
}
