extension PatientDocument {
  /// The document as JSON, keys in a fixed order; a document that names a report holds it.
  public var json: String {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.text + "\n"
  }

  /// Writes the document as an object.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.string("layout", Self.layout)
      json.string("id", id)
      json.string("name", ifAny: name)
      json.string("birthDate", ifAny: birthDate)
      FactsJSON(facts).write("facts", to: &json)
      json.strings("medications", medications)
      switch calls {
      case .none: break
      case .stated(let genes):
        json.array("genes", genes) { json, gene in
          json.line { json in
            json.string("gene", gene.gene)
            json.string("diplotype", ifAny: gene.diplotype)
            json.string("phenotype", ifAny: gene.phenotype)
            json.string("activityScore", ifAny: gene.activityScore)
          }
        }
      case .report(let text, let sample):
        json.string("sample", ifAny: sample)
        json.raw("report", text)
      }
    }
  }
}
