/// arcasHLA's `.genotype.json`: a list of alleles for each locus; merged files have an object a
/// sample.
///
/// Format: README of RabadanLab/arcasHLA, "Example .genotype.json" and "Merge jsons".
enum ArcasHLAJSON: OutsideFormat {
  static let caller = "arcasHLA"

  static func recognises(_ content: OutsideContent) -> Bool {
    guard let json = content.json else { return false }
    return isTyping(json) || !json.members.isEmpty && json.members.allSatisfy { isTyping($0.value) }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let json = content.json ?? .null
    let samples =
      isTyping(json)
      ? [(nil, json)] : json.members.map { (Optional($0.name), $0.value) }
    var calls: [StatedCall] = []
    for (sample, loci) in samples {
      var typing = LocusTyping()
      for locus in loci.members {
        for name in locus.value.elements.compactMap(\.word) {
          typing.add([name], locus: locus.name, line: locus.line)
        }
      }
      calls += typing.statements(sample: sample)
    }
    return OutsideStatements(caller: OutsideCaller(name: caller), calls: calls)
  }

  /// Whether every member is a list of names that have a star.
  private static func isTyping(_ value: JSONValue) -> Bool {
    let lists = value.members.map(\.value)
    return !lists.isEmpty && lists.allSatisfy { $0.isArray }
      && lists.flatMap(\.elements).allSatisfy { $0.text?.contains("*") ?? false }
      && lists.contains { !$0.elements.isEmpty }
  }
}
