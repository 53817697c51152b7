extension DoseReading {
  /// Numbers that are no dose to give, and why.
  static let notAdvised: [(why: String, pattern: Pattern)] = [
    ("a reference to the literature", "\\(?pmid[: ][^).;]*\\)?"),
    (
      "what a study saw",
      "[^.•]*(\\b(in|from) (a|one) study|study found|a patient with|5 patients|studies have demonstrated|"
        + "in 14 im adults|encore study|was calculated for|concentrations were achieved)"
        + "([^.•]|\\.[0-9])*"
    ),
    ("what a study saw", "average dose after titration was [0-9]+%"),
    ("what a model predicts", "exposure of [a-z]+ by [0-9]+%"),
    (
      "a usual dose that is the condition",
      "if normal starting dose is([^(,.]|\\.[0-9])*"
    ),
    ("a usual dose that is the condition", "for doses lower than ([^.]|\\.[0-9])*"),
    ("a dose above which caution is meant", "doses? (above|>|higher than) ?[0-9]+ ?mg"),
    ("a dose above which caution is meant", "total daily doses of [0-9]+ mg or more"),
    ("a drug level", "[0-9]+ (to|-) [0-9]+ [μµ]g/ml"),
    ("how much more drug is in the blood", "is a factor of [^.•]* higher"),
    ("a risk", "risk (of [a-z/ ]+ )?is [0-9]+(-[0-9]+)?-fold (higher|lower)"),
    ("a risk", "[0-9]+-fold (higher|lower) risk"),
    ("a share of patients", "[0-9]+% of the patients|at least [0-9]+% and as high as [0-9]+%"),
    ("how telling a test is", "[0-9]+% negative predictive"),
    ("an enzyme's activity", "activity ≥ ?[0-9]+%"),
    ("the usual dose, which is to be avoided", "avoid standard dose[^.]*"),
    ("the usual schedule", "instead of the usual schedule of [0-9, and]* mg"),
    ("another medicine's dose", "for fluorouracil and capecitabine,([^.•]|\\.[0-9])*"),
    ("a test of the heart, not a treatment", "at a dose of 2\\.0 mg/kg body weight[^,]*"),
    ("how often", "[0-9]x daily"),
    ("the count of pills", "to prescribe [a-z]+ at a decreased dose[^.]*"),
  ].map { ($0.0, Pattern($0.1)) }
}
