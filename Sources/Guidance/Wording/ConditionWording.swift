public import Knowledge

extension PatientCondition {
  /// The condition within a sentence, without an article.
  public var words: String {
    switch self {
    case .dementia: "dementia"
    case .tonsilsRemoved: "removal of tonsils or adenoids"
    case .nearTerm: "pregnancy of 38 weeks or more"
    case .rheumatoidArthritis: "rheumatoid arthritis"
    case .alcoholism: "alcoholism or alcoholic liver disease"
    case .alcoholWithdrawal: "abrupt stop of alcohol"
    }
  }
}

extension PatientFactor.People {
  /// The people within a sentence, with the ages meant.
  var words: String {
    switch self {
    case .children: "below 18 years"
    case .elderly: "65 years and more"
    }
  }
}
