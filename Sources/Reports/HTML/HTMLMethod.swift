import Genome
import Guidance
import Knowledge

/// The limits of the test, the method, and where everything came from.
struct HTMLMethod {
  let context: ReportContext

  var markup: Markup {
    let provenance = context.input.provenance
    let limits = TestLimits(context.input).sentences.map { sentence -> Markup in
      "<li>\(sentence)</li>\n"
    }
    let notes = provenance.notes.map { note -> Markup in "<li>\(note)</li>\n" }
    let remarks: Markup =
      notes.isEmpty ? "" : "<h3>Remarks on the input</h3><ul>\(notes)</ul>"
    let sources = provenance.sources.map { source -> Markup in
      """
      <tr><th scope="row">\(Markup.link(source.url, source.name))</th><td>\(source.version)</td>\
      <td class="n">\(source.licence)</td><td>\(source.attribution)</td></tr>

      """
    }
    let options =
      provenance.options.isEmpty ? "defaults" : provenance.options.joined(separator: ", ")
    let basis =
      provenance.assemblyBasis.isEmpty ? "" : ", \(provenance.assemblyBasis)"
    return """
      <section id="limits"><h2>Limits of this test</h2>
      <ul>\(limits)</ul>
      \(remarks)</section>
      <section id="method"><h2>Method and sources</h2>
      <p class="small">\(provenance.engine) read \(provenance.inputName) on \
      \(provenance.assembly.rawValue)\(basis); options: \(options). At each known position the data \
      show reference, a variant, or nothing; every pair of named haplotypes that no observed position \
      contradicts is kept, the best-fitting looked up. The knowledge base is edition \
      \(provenance.knowledgeVersion), content \(provenance.knowledgeIdentity). The same file and \
      knowledge base give this report again, byte for byte. Sentences are generated from structured \
      rules; the sources’ own texts are behind the links.</p>
      <table class="small"><thead><tr><th scope="col">Source</th><th scope="col">Edition</th>\
      <th scope="col">Licence</th><th scope="col">Attribution</th></tr></thead><tbody>
      \(sources)</tbody></table></section>
      <footer class="small soft">Sample \(context.input.sampleID). Decision support for health \
      professionals; not a diagnosis. Confirm a result that changes treatment where practice asks \
      for it.</footer>
      """
  }
}
