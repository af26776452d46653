import PastedRequests

extension RecordedLaunch {
    /// Records what a request sends, with the names that may be kept and without values.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - target: The flow that it starts.
    ///   - names: The names that may be kept.
    ///   - keepsValues: Whether to keep the values of the inputs whose names are kept.
    public init(
        _ request: RequestComparison,
        to target: Target,
        knowing names: KnownNames,
        keepingValues keepsValues: Bool = false
    ) {
        self.init(of: target)
        if keepsValues { values = [:] }
        mayHaveMore = request.body?.hasUnseenInputs ?? true
        for (input, _) in request.inputs where !input.name.isUnknownContent {
            let name = input.name.text
            guard names.keepsInput(name) else {
                if !input.isNull { otherInputs += 1 }
                continue
            }
            inputs[name] = ValueShape(input.value, of: name, knowing: names)
            if keepsValues { values?[name] = JSONValue(input.value) }
        }
        switch request.answer?.answer {
        case let answer? where answer.isAccepted: self.answer = .accepted
        case let answer? where answer.isRefusal: self.answer = .refused(rules: [])
        case .some, nil: break
        }
    }
}

extension ErrorAnswer {
    /// Whether the answer says by its status that the launch was refused.
    var isRefusal: Bool { status.map { $0.value >= 400 } ?? false }
}
