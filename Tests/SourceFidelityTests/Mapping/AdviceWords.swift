/// The words by which a reader knows what a text asks for.
enum AdviceWords {
  /// What each kind of advice sounds like.
  static let signs: [(advice: Advice, patterns: [Pattern])] = [
    (.avoid, patterns(avoid)), (.alternative, patterns(alternative)), (.reduce, patterns(reduce)),
    (.increase, patterns(increase)), (.adjust, patterns(adjust)), (.monitor, patterns(monitor)),
    (.test, patterns(test)), (.standard, patterns(standard)), (.none, patterns(none)),
  ]

  /// Phrases that sound like advice and are none, or another; each with what it is read as.
  static let misleading: [(pattern: Pattern, readAs: String)] = [
    // Nothing is to be changed.
    ("no (reason|need) to avoid( prescribing)?", " no action "),
    // The advice depends on an alternative.
    ("alternative agents are available, do not use [a-z]+", " choose an alternative "),
    ("avoid [a-z/-]+ if an alternative is (possible|available)", " choose an alternative "),
    ("avoid the use of contraceptives[^.•]*as an alternative", " choose an alternative "),
    ("avoid [a-z]+ doses exceeding", " limit dose to "),
    ("(unless the high risk|if it is not possible to avoid)[^.•:,]*", " "),
    // What is not available or not fit.
    ("(is|are) (therefore |also )*not (suitable )?(as )?(an )?alternatives?", " "),
    ("not suitable as alternatives", " "),
    ("alternative (agents )?(is|are) not (an option|considered|available)", " "),
    ("contraindications? to|no contraindication|is contraindicated in patients with", " "),
    ("use of [a-z]+ is not recommended for patients with", " "),
    ("inhibitor use is contraindicated|as it is contra-indicated", " "),
    // Other medicines beside it.
    ("avoid (co-medication|cyp2d6|moderate and strong|additional risk)[^.•]*", " "),
    ("avoid carbamazepine and oxcarbazepine", " "),
    ("choose an alternative for the weak", " "), ("add a low dose of[^.•]*", " "),
    // What a result does to the body.
    (
      "reduc(ed|es|ing|tion of|tion in) (the )?(efficacy|effectiveness|exposure|metabolism|kidney)",
      " "
    ),
    ("reduced[- ]activity|reduced function", " "),
    ("plasma concentration of [a-z]+ is a factor[^.•]*", " "),
    ("(alleles?|variant)s? that results? in reduced activity", " "),
    ("results? in a reduction", " "),
    // A ceiling on a dose that is raised.
    ("total starting dose should not exceed|do not exceed 1\\.5 times", " "),
    // Advice that can't be given, or for others.
    ("(advice|recommendations?) for dos(e|age) (reduction|adjustment)", " "),
    ("(it is not known whether|the effect of a dose reduction)[^.•]*", " "),
    ("an increase in this dose probably will not be required", " "),
    ("dose reduction m(ight|ay) not be recommended[a-z ]*", " "), ("dose limits based on", " "),
    ("for fluorouracil and capecitabine,[^.•]*", " "),
  ].map { (Pattern($0.0), $0.1) }

  /// What tells that a text about a result without advice is about the usual result.
  static let usualResult = patterns([
    "normal metaboli[sz]er", "normal function", "non-expressers", "activity score of 2",
    "do not have the", "no hla-b\\*15:02 alleles or negative", "521 tt genotype",
    "-1639 gg genotype", "gg genotype \\(c\\.421cc",
  ])

  private static let avoid = [
    "\\bavoid", "contra-?indicated", "is not recommended", "should (therefore )?not be used",
    "do not use", "should be (stopped|avoided)",
  ]
  private static let alternative = [
    "\\balternative", "non-(codeine|tramadol)", "consider hormonal therapy",
    "clinically appropriate antidepressant", "use [a-z]+ or [a-z]+ at standard dose",
    "consider [a-z]+ or combination therapy", "choose another",
  ]
  private static let reduce = [
    "\\breduc(e|ed|tion|tions|ing)\\b",
    "\\blower(ed)? (maintenance|starting|initial|than standard|dose)",
    "decreas(e|ed|ing) (the )?(initial |starting |daily )?dos", "no more than",
    "not (exceed|give doses exceeding)", "half of the normal", "limit dose",
    "lowest recommended starting", "≤ ?[0-9]", "[0-9]% less", "low dose", "a maximum of [0-9]",
    "(use|start with|initiate therapy with|initiate) (<|approximately )?([1-9]|[1-9][0-9]|6-7|40-50) ?%",
    "50% of the standard initial", "dose of 84 ?mg",
  ]
  private static let increase = [
    "increas(e|es|ing) (in )?(the )?(target )?(initial |starting |maintenance |daily )*dos",
    "higher (but fda approved )?[a-z]* ?(maintenance |target )?dose", "higher target",
    "[0-9]-fold higher dose", "\\b[12]\\.[0-9]+ ?(x|times)", "dose (that is|increase)",
    "factor of 1\\.5", "double the", "starting total daily dose of at least", "start >=",
  ]
  private static let adjust = [
    "titrat", "adjust", "proportional", "to guide", "guide the dose", "drug monitoring",
  ]
  private static let monitor = [
    "monitor", "alert", "cautio", "determine the", "report", "\\becg\\b", "aware",
    "side effects occur", "effectiveness is insufficient", "discontinue therapy at",
    "plasma concentration", "carefully",
  ]
  private static let test = [
    "phenotyping", "enzyme activity", "erythrocyte", "determine the (residual|level)",
    "genetic testing",
  ]
  private static let standard = [
    "no (action|change|adjust|dose|dosage|dosing)", "label", "\\bstandard", "product label",
    "normal (starting |initial )?dos", "recommended (standard|starting|dos)", "desired starting",
    "typical", "no indication to change", "initiate with a dose of",
  ]
  private static let none = [
    "no recommendation", "does not provide a recommendation", "^n/a", "no action recommended",
  ]

  private static func patterns(_ texts: [String]) -> [Pattern] { texts.map(Pattern.init) }
}
