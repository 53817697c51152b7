extension ReportInput {
  /// What a reader must know of what the test can't show, one sentence each.
  package var testLimits: [String] { TestLimits(self).sentences }
}
