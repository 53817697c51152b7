/// One sample of a stored report.
struct StoredSample: Decodable, Sendable {
  /// The sample's name in its input.
  let id: String
  /// What was said of its genes.
  let genes: [StoredGene]
}
