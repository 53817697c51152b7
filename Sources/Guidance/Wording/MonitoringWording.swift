import Knowledge

extension Monitoring {
  /// What to watch, within a sentence.
  var words: String {
    switch self {
    case .drugLevel: "drug level"
    case .response: "response"
    case .sideEffects: "side effects"
    case .electrocardiogram: "ECG"
    case .inr: "INR"
    case .bloodCount: "blood count"
    case .liverFunction: "liver function"
    case .bloodPressure: "blood pressure"
    case .creatineKinase: "creatine kinase"
    case .lipids: "blood lipids"
    case .bilirubin: "bilirubin"
    case .haemolysis: "signs of haemolysis"
    case .metaboliteLevel: "metabolite level"
    case .skinReaction: "skin reactions"
    case .hearing: "hearing"
    case .bodyTemperature: "body temperature"
    case .bleeding: "bleeding"
    case .heartRate: "heart rate"
    case .renalFunction: "kidney function"
    }
  }
}
