import Guidance
import Knowledge
import StarAlleles
import Testing

struct DiplotypeSharesTests {
  private let shares = DiplotypeShares(
    GeneFrequencies(
      gene: "G",
      alleles: [
        .init(name: "*1", population: "A", share: 0.7),
        .init(name: "*2", population: "A", share: 0.2),
        .init(name: "*3", population: "A", share: 0.1),
        .init(name: "*1", population: "B", share: 1),
      ]))

  @Test func `shares follow Hardy and Weinberg`() throws {
    #expect(shares.share(of: Diplotype(first: "*2", second: "*2"), in: "A") == 0.2 * 0.2)
    #expect(shares.share(of: Diplotype(first: "*1", second: "*2"), in: "A") == 2 * 0.7 * 0.2)
    #expect(shares.share(of: Diplotype(first: "*3", second: nil), in: "A") == 0.1)
    #expect(shares.share(of: Diplotype(first: "*1", second: "*2"), in: "B") == nil)
    #expect(shares.share(of: Diplotype(first: "*1", second: "*1"), in: "C") == nil)
  }

  @Test func `what fits is ranked by population, adding up to one`() throws {
    let ranking = shares.ranking(of: [
      Diplotype(first: "*2", second: "*3"), Diplotype(first: "*1", second: "*2"),
      Diplotype(first: "*1", second: "*9"),
    ])
    #expect(ranking.map(\.population) == ["A"])
    let ranked = try #require(ranking.first?.ranked)
    #expect(ranked.map(\.diplotype.description) == ["*1/*2", "*2/*3"])
    #expect(abs(ranked.map(\.share).reduce(0, +) - 1) < 1e-12)
    #expect(abs(ranked[0].share - 0.28 / 0.32) < 1e-12)
  }
}
