import Knowledge

extension Monitoring {
  /// What the doctor looks at, in plain words to follow "check".
  var patientWords: String {
    switch self {
    case .drugLevel, .metaboliteLevel: "the level of the medicine in your blood"
    case .response: "how well it works"
    case .sideEffects: "if you have side effects"
    case .electrocardiogram: "your heartbeat"
    case .inr: "how fast your blood clots"
    case .bloodCount: "your blood count"
    case .liverFunction, .bilirubin: "your liver"
    case .bloodPressure: "your blood pressure"
    case .creatineKinase: "your muscles"
    case .lipids: "the fats in your blood"
    case .haemolysis: "your red blood cells"
    case .skinReaction: "your skin"
    case .hearing: "your hearing"
    case .bodyTemperature: "if you have a fever"
    case .bleeding: "if you bleed"
    case .heartRate: "your heart rate"
    case .renalFunction: "your kidneys"
    }
  }
}
