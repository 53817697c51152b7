import Annotation
import Testing

@Suite struct FilterExpressionTests {
  private static let row = [
    "AF": "0.001", "AC": "7", "LIST": "0.1,0.2", "GAPS": ".,3", "NONE": ".", "FILTER": "q10;s50",
    "SIG": "Pathogenic,Likely_pathogenic", "HGVS": "NC_1.1:g.5A=", "PCT": "a%2Cb", "DB": "",
    "NAN": "NaN", "ZERO": "-0", "TINY": "1e-300", "BIG": "9007199254740993", "EMPTY": "",
    "A.b-c_d": "1", "INF": "-Inf", "1000G": "2",
  ]

  @Test(
    "A row counts if its fields compare as asked",
    arguments: [
      ("AF<0.01", true), ("AF < 1e-2", true), ("AF>=0.01", false), ("AF=1e-3", true),
      ("AF==0.0010", true), ("AF!=0.001", false), ("AF=.001", true), ("AC<=7", true),
      ("AC>7", false),
      ("LIST>0.15", true), ("LIST<0.15", true), ("LIST>0.2", false), ("LIST=0.2", true),
      ("LIST!=0.2", true), ("!(LIST=0.2)", false), ("LIST=\"0.1,0.2\"", true),
      ("GAPS<2", false), ("GAPS=3", true), ("NONE=3", false), ("!(NONE=3)", false),
      ("FILTER=s50", true), ("FILTER=PASS", false), ("FILTER='q10;s50'", true),
      ("SIG=Pathogenic", true), ("SIG=pathogenic", false), ("SIG~pathogenic", true),
      ("SIG~\"c,L\"", true), ("SIG~Benign", false), ("HGVS=\"NC_1.1:g.5A=\"", true),
      ("PCT=a%2Cb", true), ("DB", true), ("!DB", false), ("DB=1", false), ("EMPTY=''", true),
      ("NAN<1", false), ("NAN>=1", false), ("NAN=NaN", true), ("NAN!=1", true),
      ("ZERO=0", true), ("ZERO<0", false), ("TINY>0", true), ("TINY<1e-299", true),
      ("BIG>9007199254740990", true), ("A.b-c_d=1", true), ("INF<-1e308", true), ("1000G>1", true),
      ("AF<0.01 && AC=7", true), ("AF<0.01&&AC=8", false), ("AC=8 || AC=7", true),
      ("AC=7 || AC=8 && AC=9", true), ("(AC=7 || AC=8) && AC=9", false), ("!!AC", true),
      ("!AC=8", true), ("!(AC=7 && AF<0.01)", false),
    ])
  func admits(text: String, expected: Bool) throws {
    let filter = try FilterExpression(parsing: text)
    #expect(filter.admits { Self.row[$0].map { Array($0.utf8) } } == expected)
    let names = Self.row.keys.sorted()
    let compiled = try CompiledFilter(filter) { names.firstIndex(of: $0) }
    #expect(compiled.admits { Self.row[names[$0]].map { Array($0.utf8) } } == expected)
  }

  @Test(
    "A missing field is neither below nor above anything",
    arguments: [
      ("X<0.01", false), ("X>=0.01", false), ("X!=0.01", false), ("X~a", false), ("X", false),
      ("!(X<0.01)", false), ("!X", true), ("!X || X<0.01", true), ("X<0.01 || Y=1", true),
      ("X<0.01 && Y=1", false), ("!(X<0.01 && Y=2)", true), ("!(X<0.01 || Y=2)", false),
    ])
  func missing(text: String, expected: Bool) throws {
    let filter = try FilterExpression(parsing: text)
    #expect(filter.admits { $0 == "Y" ? [UInt8(ascii: "1")] : nil } == expected)
    let compiled = try CompiledFilter(filter) { $0 == "Y" ? 1 : 0 }
    #expect(compiled.admits { $0 == 1 ? [UInt8(ascii: "1")] : nil } == expected)
  }

  @Test(
    "A filter that can't be read is refused with its place",
    arguments: [
      ("", "where: nothing is asked; write a comparison such as AF<0.01"),
      (
        "AF<0.01 AC",
        "where 'AF<0.01 AC', character 9: 'AC' comes after a complete condition; "
          + "join conditions with && or ||"
      ),
      ("AF<0.01 & AC", "where 'AF<0.01 & AC', character 9: '&' stands alone; write '&&'"),
      ("(AF", "where '(AF', character 4: ')' is missing before the end; add it"),
      (
        "AF)",
        "where 'AF)', character 3: ')' comes after a complete condition; "
          + "join conditions with && or ||"
      ),
      ("X=\"a", "where 'X=\"a', character 3: the quotation mark \" is not closed; close it"),
      (
        "0.01>AF",
        "where '0.01>AF', character 6: '>' needs a number on its right, not 'AF'; "
          + "compare texts with = or !="
      ),
      (
        "AF<nan",
        "where 'AF<nan', character 4: '<' needs a number on its right, not 'nan'; "
          + "compare texts with = or !="
      ),
      (
        "&& AF",
        "where '&& AF', character 1: a field's name is missing before '&&'; "
          + "write one, as in AF<0.01"
      ),
      (
        "\"AF\"",
        "where '\"AF\"', character 1: a field's name is missing before 'AF'; "
          + "write one, as in AF<0.01"
      ),
      (
        "A/F=1",
        "where 'A/F=1', character 1: 'A/F' is no field's name; "
          + "a name has letters, digits, '_', '.' and '-'"
      ),
    ])
  func refusals(text: String, sentence: String) {
    let error = #expect(throws: SpecificationError.self) { try FilterExpression(parsing: text) }
    #expect(error?.description == sentence)
  }

  @Test("A filter too deep or too long for the stack is refused")
  func limits() {
    for text in [
      String(repeating: "(", count: 5000), String(repeating: "!", count: 900) + "A",
      Array(repeating: "A", count: 5000).joined(separator: "&&"),
    ] {
      let error = #expect(throws: SpecificationError.self) { try FilterExpression(parsing: text) }
      #expect((error?.description.count ?? 0) < 300)
    }
  }

  @Test("A field that the source lacks is refused with those it has")
  func unknownField() throws {
    let filter = try FilterExpression(parsing: "AF<1 && FA")
    let error = #expect(throws: SpecificationError.self) {
      try CompiledFilter(filter, known: ["AF", "AC"]) { $0 == "AF" ? 0 : nil }
    }
    #expect(
      error?.description
        == "the source has no field 'FA'; name one that it has: AF, AC")
  }

  @Test("A compiled filter names each field once")
  func fields() throws {
    let filter = try FilterExpression(parsing: "B=1 && A=2 || B=3")
    let compiled = try CompiledFilter(filter) { $0 == "A" ? 4 : 9 }
    #expect(compiled.fields == [4, 9])
  }
}
