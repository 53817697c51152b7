import Guidance

extension DependenceWording {
  /// The wording with positions named as the report names them.
  init(_ dependence: GuidanceDependence, _ context: ReportContext) {
    self.init(dependence) { position in
      context.wording(position.gene)?.place(position.position) ?? position.gene
    }
  }
}
