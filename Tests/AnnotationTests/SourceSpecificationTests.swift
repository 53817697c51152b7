import Annotation
import Testing

@Suite struct SourceSpecificationTests {
  @Test("A specification is read part by part")
  func parts() throws {
    let read = try SourceSpecification(
      parsing: " data/gnomad.sdx ; fields = AF, gn_AC=AC ,top=max( POPMAX ),+ID,+X.y=sum(DP);"
        + " where=AF<0.01 && FILTER=PASS; match=exact; prefix=gn_; name=gnomAD 4.1 ")
    #expect(
      read
        == SourceSpecification(
          path: "data/gnomad.sdx", name: "gnomAD 4.1",
          fields: [
            FieldRequest(source: "AF", target: "gn_AF"),
            FieldRequest(source: "AC", target: "gn_AC"),
            FieldRequest(source: "POPMAX", target: "top", reducer: .max),
            FieldRequest(source: "ID", target: "ID", keepsExisting: true),
            FieldRequest(source: "DP", target: "X.y", reducer: .sum, keepsExisting: true),
          ],
          filter: .both(
            .comparison(field: "AF", .below, value: "0.01"),
            .comparison(field: "FILTER", .equal, value: "PASS")),
          match: .exact, prefix: "gn_"))
  }

  @Test("A path alone asks for all fields under the file's name")
  func pathAlone() throws {
    #expect(
      try SourceSpecification(parsing: "/data/it's here/clinvar.sdx;")
        == SourceSpecification(path: "/data/it's here/clinvar.sdx", name: "clinvar"))
    #expect(try SourceSpecification(parsing: "knowledge").name == "knowledge")
    #expect(try SourceSpecification(parsing: "a/.sdx").name == ".sdx")
  }

  @Test("A semicolon in a filter's quotes ends no part")
  func quotedSemicolon() throws {
    let read = try SourceSpecification(parsing: "a.sdx; where=X=\"p;q\" || Y='\"'; prefix=z_")
    #expect(
      read.filter
        == .either(
          .comparison(field: "X", .equal, value: "p;q"),
          .comparison(field: "Y", .equal, value: "\"")))
    #expect(read.prefix == "z_")
  }

  @Test("A column of the source may be renamed or prefixed into an INFO key")
  func columns() throws {
    let read = try SourceSpecification(parsing: "a.sdx; fields=q=QUAL,rs=unique(ID)")
    #expect(read.fields?.map(\.target) == ["q", "rs"])
    #expect(
      try SourceSpecification(parsing: "a.sdx; fields=FILTER,ID; prefix=a_").fields?.map(\.target)
        == ["a_FILTER", "ID"])
  }

  @Test("A share of overlap is read", arguments: ["overlap=0.5", "overlap = 5e-1"])
  func share(text: String) throws {
    #expect(
      try SourceSpecification(parsing: "a.sdx;match=\(text)").match == .reciprocal(0.5))
  }

  @Test("A file lists one specification a line")
  func list() throws {
    let list = try SourceSpecification.list(
      parsing: "\u{FEFF}# sources\r\na.sdx; fields=A\r\n\r\n  # more\n b#1.sdx\n")
    #expect(list.map(\.path) == ["a.sdx", "b#1.sdx"])
    #expect(list[0].fields == [FieldRequest(source: "A", target: "A")])
    #expect(try SourceSpecification.list(parsing: "").isEmpty)
  }

  @Test(
    "What can't be read is refused in one sentence",
    arguments: [
      (
        "; fields=AF",
        "source '; fields=AF': it does not begin with a path; "
          + "put the index's path or 'knowledge' first"
      ),
      (
        "a.sdx; field=AF",
        "a.sdx: 'field=AF' begins with none of the keys; "
          + "use one of fields=, where=, match=, prefix=, name="
      ),
      (
        "a.sdx; AF",
        "a.sdx: 'AF' begins with none of the keys; "
          + "use one of fields=, where=, match=, prefix=, name="
      ),
      ("a.sdx; match=exact; match=exact", "a.sdx, match: the key is given twice; give it once"),
      (
        "a.sdx; name= ",
        "a.sdx, name: nothing comes after '='; give a value or leave the key out"
      ),
      (
        "a.sdx; fields=AF,x=AC,AF",
        "a.sdx, fields: 'AF' would be written twice; rename one with NEW=NAME"
      ),
      (
        "a.sdx; fields=AF,",
        "a.sdx, fields, '': a field's name is missing; "
          + "write NAME, NEW=NAME or NEW=reducer(NAME)"
      ),
      (
        "a.sdx; fields=avg(AF)",
        "a.sdx, fields, 'avg(AF)': there is no reducer 'avg'; "
          + "use one of self, first, max, min, mean, sum, unique, count, flag"
      ),
      (
        "a.sdx; fields=max(AF",
        "a.sdx, fields, 'max(AF': ')' is missing at the end; add it"
      ),
      (
        "a.sdx; fields=QUAL",
        "a.sdx, fields, 'QUAL': QUAL is a column, not an INFO key; give it one with NEW=QUAL"
      ),
      (
        "a.sdx; fields=A-F",
        "a.sdx, fields, 'A-F': 'A-F' can't be an INFO key, which is a letter or '_' "
          + "before letters, digits, '_' and '.'; rename it with NEW=A-F"
      ),
      (
        "a.sdx; match=fuzzy\u{7}",
        "a.sdx, match: there is no way of matching 'fuzzy\\u{07}'; "
          + "use exact, position, overlap or overlap=FRACTION"
      ),
      (
        "a.sdx; match=overlap=1.5",
        "a.sdx, match: the share '1.5' is not above 0 and at most 1; "
          + "write one such as overlap=0.5"
      ),
      (
        "a.sdx; where=AF<",
        "a.sdx, where 'AF<', character 4: a number or text is missing before the end; "
          + "write one, as in AF<0.01"
      ),
    ])
  func refusals(text: String, sentence: String) {
    let error = #expect(throws: SpecificationError.self) {
      try SourceSpecification(parsing: text)
    }
    #expect(error?.description.replacing("\\u{7}", with: "\\u{07}") == sentence)
  }

  @Test("A refused line is named by its number")
  func refusedLine() {
    let error = #expect(throws: SpecificationError.self) {
      try SourceSpecification.list(parsing: "a.sdx\n\nb.sdx; match=x\n")
    }
    #expect(error?.place == "line 3, b.sdx, match")
  }

  @Test(
    "A way of matching spells itself as it is read",
    arguments: ["exact", "position", "overlap", "overlap=0.25"])
  func matchText(text: String) throws {
    #expect(try MatchMode(parsing: text).text == text)
  }
}
