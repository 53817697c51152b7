import StarAlleles

/// Calls that `Fixture` has no words for.
enum GeneCallFixture {
  static func uncalled(_ gene: String) -> GeneCall {
    GeneCall(gene: gene, status: .notCalled(.noData))
  }
}
