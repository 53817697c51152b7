import Knowledge
import Testing

/// The independent reader on sentences of our own making.
struct ReadingTests {
  @Test(arguments: [
    ("Avoid it.", [Advice.avoid]),
    ("Choose an alternative.", [.alternative]),
    ("Avoid examplin if an alternative is available.", [.alternative]),
    ("There is no reason to avoid it.", [.standard]),
    ("Start with 50% of the standard dose.", [.reduce, .standard]),
    ("Use 1.5 times what you would give.", [.increase]),
    ("Titrate to a higher target dose.", [.adjust, .increase]),
    ("No recommendation", [.none]),
    ("Be alert to reduced efficacy.", [.monitor]),
    ("Measure enzyme activity.", [.test]),
    ("Avoid CYP2D6 inhibitors beside it.", []),
    ("It has three colours.", []),
  ])
  func `a text is read by its words`(text: String, advice: [Advice]) {
    #expect(AdviceReading(PlainText(text)).stated.sorted() == advice.sorted())
  }

  @Test func `considerations after the advice are no advice of their own`() {
    let text = PlainText("Avoid it. ¶ Other Considerations ¶ Choose an alternative.")
    let reading = AdviceReading(text)
    #expect(reading.stated == [.avoid])
    #expect(reading.mentioned == [.avoid, .alternative])
  }

  @Test(arguments: [
    ("give 50% of the usual dose", DoseAdvice.Quantity.percentOfUsual, 50.0, true),
    ("give 50% of the usual dose", .percentReduction, 50, true),
    ("give 30% of the usual dose", .percentReduction, 70, true),
    ("give 30% of the usual dose", .percentReduction, 30, false),
    ("lower the dose by 30%", .percentReduction, 30, true),
    ("a 30% reduction in dose", .percentOfUsual, 70, true),
    ("a 30% reduction in dose", .percentOfUsual, 30, false),
    ("raise it: 50% higher", .percentIncrease, 50, true),
    ("raise it: 50% higher", .percentReduction, 50, false),
    ("2.5 times the usual dose", .percentOfUsual, 250, true),
    ("cut it by 10-fold", .percentReduction, 90, true),
    ("half of the normal dose", .percentOfUsual, 50, true),
    ("start with 40 mg/day", .amount, 40, true),
    ("start with 40 mg/day", .maximum, 45, false),
  ])
  func `a dose is compared as it is meant`(
    text: String, quantity: DoseAdvice.Quantity, number: Double, agrees: Bool
  ) {
    let doses = DoseReading(PlainText(text))
    let dose = DoseAdvice(phase: .any, quantity: quantity, low: number, high: nil, unit: "mg/day")
    var rule = Self.rule
    rule.doses = [dose]
    #expect(doses.missing(from: rule).isEmpty == agrees)
  }

  @Test(arguments: [
    "levels of 1 to 4 μg/ml", "in one study they took 57% of the usual dose",
    "a 10-fold higher risk", "20% of the patients", "(PMID 12345, 400 mg)",
    "be careful with doses >40mg",
  ])
  func `a number that is no dose to give is left out`(text: String) {
    #expect(DoseReading(PlainText(text)).advised.isEmpty)
  }

  @Test func `a dose without a number in the text is found`() {
    var rule = Self.rule
    rule.doses = [
      DoseAdvice(phase: .start, quantity: .percentReduction, low: 25, high: nil, unit: "")
    ]
    #expect(DoseReading(PlainText("Give less.")).invented(by: rule).count == 1)
    #expect(DoseReading(PlainText("Give 25% less.")).invented(by: rule).isEmpty)
  }

  @Test func `a table's cell may hold quotes and its first line a remark`() {
    let text = "# a remark\nname\tvalue\na\t\"{\"\"x\"\": 1}\"\nb\t\n"
    let table = DelimitedTable(bytes: Array(text.utf8), separator: UInt8(ascii: "\t"))
    #expect(table.columns == ["name", "value"])
    #expect(table.rows == [["name": "a", "value": "{\"x\": 1}"], ["name": "b", "value": ""]])
  }

  private static let rule = GuidanceRule(
    id: "r", conditions: [], population: "general", action: .reduceDose, isConsideration: false,
    alsoActions: [], doses: [], alternatives: [], alternativeKind: nil, excludedAlternatives: [],
    monitoring: [], implications: [], remark: nil, strength: "", sourceRows: [])
}
