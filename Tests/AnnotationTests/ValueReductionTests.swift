import Annotation
import Testing

@Suite struct ValueReductionTests {
  @Test(
    "Rows become one value",
    arguments: [
      (Reducer.own, [nil, "2"], nil), (.own, ["1,2", "3"], "1,2"), (.own, [], nil),
      (.first, [nil, "2", "3"], "2"), (.first, [nil], nil),
      (.max, ["0.10", "0.1", "9e-2"], "0.10"), (.max, ["1,20", "3"], "20"),
      (.max, ["-0", "0"], "-0"), (.max, [".", "NaN", "x"], nil), (.max, ["NaN", "-5"], "-5"),
      (.min, ["1e-300", "1e-301", nil], "1e-301"), (.min, ["+2", "02"], "+2"),
      (.min, ["-inf", "-1e308"], "-inf"), (.min, [nil, nil], nil),
      (.mean, ["1", "2"], "1.5"), (.mean, ["4,6"], "5"),
      (.mean, ["0.1", nil, "0.2"], "0.15"),
      (.mean, [""], nil), (.mean, ["1e-300"], "1e-300"),
      (.sum, ["1", "2,3"], "6"), (.sum, ["1", "0.5"], "1.5"), (.sum, ["NaN"], nil),
      (.sum, ["9223372036854775807", "1"], "9.223372036854776e+18"),
      (.sum, ["9007199254740993", "2"], "9007199254740995"), (.sum, ["-0"], "0"),
      (.sum, ["1.1", "2.2"], "3.3"), (.sum, ["0.50", "-0.55", "0.04"], "-0.01"),
      (.sum, ["0.1", "2e-1"], "0.30000000000000004"), (.mean, ["1.1", "2.2"], "1.65"),
      (.unique, ["b", "a", nil, "b", "a,b"], "b,a,a,b"),
      (.unique, ["a%2Cb", "a%2cb"], "a%2Cb,a%2cb"),
      (.unique, [nil], nil),
      (.count, [nil, "x"], "2"), (.count, [], nil), (.flag, [nil], ""), (.flag, [], nil),
    ] as [(Reducer, [String?], String?)])
  func reduce(reducer: Reducer, values: [String?], expected: String?) {
    let reduced = reducer.reduce(values.map { $0.map { Array($0.utf8) } })
    #expect(reduced.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test(
    "A reduced field declares what its values are",
    arguments: [
      (Reducer.own, "Float", "A", MatchMode.exact, "Float", "A"),
      (.own, "Float", "1", .exact, "Float", "A"),
      (.own, "Float", "R", .exact, "Float", "R"), (.own, "String", ".", .exact, "String", "."),
      (.own, "Integer", "2", .exact, "Integer", "."), (.own, "Flag", "0", .exact, "Flag", "0"),
      (.unique, "String", "1", .exact, "String", "."),
      (.max, "Integer", ".", .exact, "Integer", "A"),
      (.max, "String", "1", .exact, "Float", "A"), (.mean, "Integer", "R", .exact, "Float", "R"),
      (.sum, "Integer", "1", .exact, "Integer", "A"), (.count, "Flag", "0", .exact, "Integer", "A"),
      (.flag, "Float", "A", .exact, "Flag", "0"),
      (.max, "Float", "A", .position, "Float", "1"),
      (.count, "String", "R", .overlap, "Integer", "1"),
      (.unique, "String", "1", .overlap, "String", "."),
      (.own, "String", "1", .overlap, "String", "1"),
      (.own, "String", ".", .reciprocal(0.5), "String", "."),
      (.mean, "Integer", "R", .position, "Float", "1"),
      (.unique, "Flag", "0", .overlap, "Flag", "0"),
    ])
  func outputs(
    reducer: Reducer, type: String, number: String, match: MatchMode, newType: String,
    newNumber: String
  ) throws {
    let field = IndexField(
      name: "X", type: try #require(IndexField.ValueType(rawValue: type)),
      number: try #require(IndexField.Number(number)), summary: "")
    let output = reducer.outputType(of: field, match: match)
    #expect(output.type.rawValue == newType)
    #expect(output.number.text == newNumber)
  }
}
