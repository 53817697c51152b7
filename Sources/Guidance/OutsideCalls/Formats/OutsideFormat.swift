/// The output of one program: how it is recognised, and what it states.
///
/// A format knows columns and keys and nothing of genes: names are resolved afterwards, by what the
/// knowledge base has.
protocol OutsideFormat: SendableMetatype {
  /// The program, as its authors spell it.
  static var caller: String { get }

  /// Whether the content has this program's marks.
  static func recognises(_ content: OutsideContent) -> Bool

  /// What the content states.
  ///
  /// - Throws: `OutsideCallError` if something the format needs is missing or cut off.
  static func statements(in content: OutsideContent) throws(OutsideCallError) -> OutsideStatements
}

/// What a file of one program states.
struct OutsideStatements {
  /// The program and, if stated, its version.
  var caller: OutsideCaller
  /// The statements in file order.
  var calls: [StatedCall]
}

/// The formats, in the order in which they are tried; a file of none is a plain table.
enum OutsideFormats {
  static let all: [any OutsideFormat.Type] = [
    StarPhaseJSON.self, PharmCATJSON.self, PharmCATMatchJSON.self, XHLAJSON.self, CyriusJSON.self,
    DragenJSON.self, ArcasHLAJSON.self, GeneListJSON.self, StellarReport.self, AldyTable.self,
    AldyReport.self, AldyVariants.self, CyriusTable.self, StargazerTable.self, HLALATable.self,
    T1KTable.self, LocusPairTable.self, GeneTable.self, PyPGxTable.self, WideHLATable.self,
    HLAHDTable.self, PolysolverTable.self, AlleleListTable.self, HISATReport.self,
    AldySimpleTable.self, StellarSummary.self, WideGeneTable.self,
  ]

  /// The programs whose JSON is read.
  static let jsonCallers = [
    StarPhaseJSON.caller, PharmCATJSON.caller, XHLAJSON.caller, CyriusJSON.caller,
    DragenJSON.caller, ArcasHLAJSON.caller,
  ]
}
