import Knowledge

extension PatientLookup {
  /// Lays the genes of a knowledge base out, for a maker that fails as the knowledge base does.
  init(reading knowledge: KnowledgeBase) throws(KnowledgeError) {
    do throws(PatientDocumentError) {
      self = try PatientLookup(knowledge)
    } catch {
      // Reading the genes is all that can fail, so reading them again gives its error.
      _ = try knowledge.allGenes()
      preconditionFailure("\(error)")
    }
  }
}
