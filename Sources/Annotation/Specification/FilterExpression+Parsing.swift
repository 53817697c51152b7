extension FilterExpression {
  /// Reads `AF<0.01 && (FILTER=PASS || !(AC>2)) && DB`.
  ///
  /// `!` binds closest, then `&&`, then `||`; a field by itself asks whether it is there. A text
  /// with spaces or signs goes into quotation marks.
  package init(parsing text: String) throws(SpecificationError) {
    var parser = FilterParser(text: text, tokens: try FilterToken.tokens(of: text))
    self = try parser.whole()
  }
}
