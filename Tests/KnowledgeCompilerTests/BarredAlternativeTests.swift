import Testing

struct BarredAlternativeTests {
  @Test func `an alternative that its source bars for the same result is told`() throws {
    let folder = try FixtureFolder()
    try folder.replace(
      "otheramine\tOtheramine\tingredient\t2\tB01\tOthera\tOthéramine\t\tsample\n", by: "",
      in: "medicines/identity.tsv")
    try folder.write(
      """
      drug: otheramine
      guidelines:
        - source: CPIC
          id: G9
          version: "2025-01-03"
          licence: CC0-1.0
          genes: [ALPHA]
          rules:
            - id: o1
              when: {ALPHA: [Poor]}
              action: avoid
              rows: [row-1]
            - id: o2
              when: {ALPHA: [Normal, Intermediate]}
              action: standard
              rows: [row-2]

      """, to: "drugs/otheramine.yaml")
    #expect(
      folder.errors == [
        "drugs/samplamine.yaml, line 14: rule 'r1' names an alternative that its source bars for "
          + "the same result, found 'otheramine: o1'; remove the alternative or tell them apart"
      ])
  }
}
