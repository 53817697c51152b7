import Knowledge
import StarAlleles
import Testing

/// A gene of the DPYD kind: single-site variants, a linked pair of sites, activity values.
struct LowestFunctionTests {
  private let gene: ToyGene = {
    var toy = ToyGene(
      positions: 5,
      alleles: [
        ("Reference", []), ("a", [1]), ("b", [2]), ("c", [3]), ("HapX", [4, 5]), ("causal", [4]),
      ],
      calling: CallingRules(
        method: .lowestFunction, undocumentedCountsAsReference: true,
        linkedPair: .init(causal: 3, tag: 4, both: "HapX", causalOnly: "causal")))
    let values = ["1.0", "0.0", "0.5", "1.0", "0.5", "0.5"]
    for (index, value) in values.enumerated() {
      toy.gene.alleles[index].activity = ActivityScore(value)
    }
    return toy
  }()

  private static let phasedCases: [([String], [String], String)] = [
    // hom and het, unphased: one free orientation, so a diplotype
    (["1/1", "0/1", "0/0", "0/0", "0/0"], ["a/[a + b]"], "a/a"),
    (["0|1", "0|1", "0/0", "0/0", "0/0"], ["Reference/[a + b]"], "Reference/a"),
    (["0|1", "1|0", "0/0", "0/0", "0/0"], ["a/b"], "a/b"),
    // different phase sets: both orientations are listed, the worse one is looked up
    (["0|1:1", "0|1:2", "0/0", "0/0", "0/0"], ["Reference/[a + b]", "a/b"], "a/b"),
  ]

  @Test(arguments: phasedCases)
  func `known phase gives diplotypes`(genotypes: [String], top: [String], lookup: String) {
    let call = gene.call(genotypes)
    #expect(call.top == top)
    #expect(call.lookedUp == [lookup])
  }

  @Test func `unknown phase gives components, and the two worst are presumed in trans`() {
    let call = gene.call("0/1", "0/1", "0/1", "0/0", "0/0")
    #expect(call.top.isEmpty)
    #expect(call.status == .ambiguous)
    #expect(call.components == ["a", "b", "c"])
    #expect(call.lookedUp == ["a/b"])
    #expect(call.isLookupInferred)
    #expect(
      call.possible == [
        "Reference/[a + b + c]", "a/[b + c]", "b/[a + c]", "c/[a + b]",
      ])
  }

  /// Causal site, tag site, answer: DPWG's and CPIC's reading of HapB3, chromosome by chromosome.
  private static let linkedCases: [(String?, String?, [String])] = [
    ("0/1", "0/1", ["Reference/HapX"]),
    ("0/1", "1/0", ["Reference/HapX"]),
    ("0/1", "0/0", ["Reference/causal"]),
    ("0/1", nil, ["Reference/causal"]),
    ("0/0", "0/1", ["Reference/Reference"]),
    ("0/0", "0/0", ["Reference/Reference"]),
    (nil, "0/1", ["Reference/HapX"]),
    (nil, "1/1", ["HapX/HapX"]),
    ("1/1", "1/1", ["HapX/HapX"]),
    ("1/1", "0/1", ["HapX/causal"]),
    ("0/1", "1/1", ["Reference/HapX"]),
    ("0|1", "0|1", ["Reference/HapX"]),
    ("0|1", "1|0", ["Reference/causal"]),
    ("0|1:1", "0|1:2", ["Reference/HapX", "Reference/causal"]),
  ]

  @Test(arguments: linkedCases)
  func `a linked pair is read chromosome by chromosome`(
    causal: String?, tag: String?, top: [String]
  ) {
    let call = gene.call(["0/0", "0/0", "0/0", causal, tag])
    #expect(call.top == top)
  }

  @Test func `a tag without its causal site is noted`() {
    #expect(
      gene.call("0/0", "0/0", "0/0", "0/0", "0/1").notes
        == [.linkedTagWithoutCausal(causal: 3, tag: 4)])
  }

  @Test func `genes without activity values rank by the order of functions`() {
    var ranked = gene
    for index in ranked.gene.alleles.indices { ranked.gene.alleles[index].activity = nil }
    ranked.gene.calling.functionOrder = ["risk", "uncertain", "normal"]
    for (index, function) in ["normal", "uncertain", "risk", "normal"].enumerated() {
      ranked.gene.alleles[index].function = function
    }
    #expect(ranked.call("0/1", "0/1", "0/1", "0/0", "0/0").lookedUp == ["a/b"])
    #expect(ranked.call("0/1", "0/0", "0/1", "0/0", "0/0").lookedUp == ["a/c"])
    #expect(ranked.call("0/0", "0/0", "0|1:1", "0|1:1", "0/0").lookedUp == ["Reference/c"])
  }
}
