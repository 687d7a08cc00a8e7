/// The decisions that each level leaves open.

extension EngagementLevel {
    package var openOutcomes: [Outcome] {
        switch self {
        case .reflection: [.generalise, .experiment, .stop]
        case .experimentation: [.generalise, .extend, .stop]
        case .implementation: [.goBack, .stop]
        }
    }
}
