import Guidance
import Knowledge

extension KnowledgeDifferenceReport {
  /// The same as an object: editions, sections of changes, and samples where any were looked up.
  public var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.string("layout", Self.layout)
      write("old", old, &json)
      write("new", new, &json)
      json.array("sections", difference.sections) { json, section in
        json.object { json in
          json.string("section", section.title)
          json.array("changes", section.changes) { json, change in write(change, &json) }
        }
      }
      json.strings("redefinedGenes", difference.redefinedGenes)
      if let samples { write(samples, &json) }
    }
    return writer.text + "\n"
  }

  private func write(_ key: String, _ content: KnowledgeEdition, _ json: inout JSONWriter) {
    json.object(key) { json in
      json.string("path", content.path)
      json.string("identity", content.identity)
      json.string("version", content.version)
    }
  }

  private func write(_ change: KnowledgeChange, _ json: inout JSONWriter) {
    json.object { json in
      json.string("subject", change.subject)
      json.string("name", ifAny: change.name)
      json.string("kind", change.kind.rawValue)
      json.string("summary", ifAny: change.summary)
      json.array("fields", change.fields) { json, field in
        json.line { json in
          json.string("field", field.label)
          json.optionals("values", [field.old, field.new])
        }
      }
      json.array("parts", change.parts) { json, part in write(part, &json) }
    }
  }

  private func write(_ samples: StoredSamples, _ json: inout JSONWriter) {
    json.object("samples") { json in
      json.number("count", samples.count)
      json.strings("redefinedGenes", samples.redefinedGenes.sorted())
      json.strings("madeByNeither", samples.strangers)
      json.array("changes", samples.changes) { json, change in
        json.object { json in
          json.string("id", change.sampleID)
          json.string("file", change.file)
          json.array("genes", change.genes) { json, shift in
            json.line { json in
              json.string("gene", shift.gene)
              json.string("diplotypes", ifAny: shift.title)
              json.strings("old", shift.old ?? [])
              json.strings("new", shift.new ?? [])
              json.strings("unknownHaplotypes", shift.unknown)
            }
          }
          json.array("drugs", change.drugs) { json, shift in
            json.object { json in
              json.string("drug", shift.name)
              json.string("id", shift.id)
              json.optionals("states", [shift.old?.rawValue, shift.new?.rawValue])
              json.strings("removed", shift.removed)
              json.strings("added", shift.added)
            }
          }
          json.object("risks") { json in
            json.strings("removed", change.removedRisks)
            json.strings("added", change.addedRisks)
          }
        }
      }
    }
  }
}
