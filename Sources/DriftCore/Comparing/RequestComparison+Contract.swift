import PastedRequests

extension RequestComparison {
    /// What the contract that names the request says of an input, spelled alike; nil for a request that somebody pasted.
    func promised(_ input: SentInputs.Input) -> Contract.Input? {
        contract?.launch?.inputs.first { $0.name.value == input.name.text }
    }

    /// Whether the contract promises the input under that name, so that a wrong name is reported on the contract.
    func isOnContract(_ input: SentInputs.Input) -> Bool { promised(input) != nil }

    /// Whether a value is what the contract promises, so that what the flow cannot take is reported on the contract.
    func isOnContract(_ input: SentInputs.Input, for variable: Variable) -> Bool {
        guard let type = promised(input)?.type.value, type != variable.type else { return false }
        let isKept = ValueFit.problems(of: input.value, as: type).isEmpty
        let fits =
            type.isCollection == variable.type.isCollection
            && TypeFit.sending(type.kind, into: variable.type.kind) == .fits
        return isKept && !fits
    }

    /// Whether the contract's schema does not have a path either, so that it is reported on the contract.
    func isOnContract(_ path: MemberPath, of input: SentInputs.Input) -> Bool {
        promised(input)?.payload?.presence(of: path) == .absent
    }

    /// Whether the contract has no such path in the webhook's body either, so that it is reported on the contract.
    func isOnContract(inBody path: MemberPath) -> Bool {
        contract?.launch?.presence(inBody: path) == .absent
    }
}
