import Guidance

extension JSONWriter {
  /// Writes a key with a sentence and its trace.
  mutating func sentence(_ key: String, _ sentence: Sentence) {
    object(key) { json in json.members(of: sentence) }
  }

  /// Writes a key with sentences and their traces.
  mutating func sentences(_ key: String, _ sentences: [Sentence]) {
    array(key, sentences) { json, sentence in
      json.object { json in json.members(of: sentence) }
    }
  }

  private mutating func members(of sentence: Sentence) {
    string("text", sentence.text)
    let trace = sentence.trace
    object("trace") { json in
      json.string("rule", trace.rule)
      json.string("source", trace.source)
      json.string("version", ifAny: trace.version)
      json.strings("rows", trace.rows)
      json.string("url", ifAny: trace.url)
      json.array("inputs", trace.inputs) { json, input in
        json.line { json in
          json.string("name", input.name)
          json.string("value", input.value)
          json.string("from", input.from)
        }
      }
      json.strings("missing", trace.missing)
      json.strings("arithmetic", trace.arithmetic)
      json.strings("considered", trace.considered)
    }
  }
}
