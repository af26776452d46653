import PastedRequests

extension RequestComparison {
    /// The contract's input with exactly that name, or `nil` if no contract names the request.
    func promised(_ input: SentInputs.Input) -> Contract.Input? {
        contract?.launch?.inputs.first { $0.name.value == input.name.text }
    }

    /// Whether the contract has the input under that name, so that a wrong name is reported on the contract.
    func isOnContract(_ input: SentInputs.Input) -> Bool { promised(input) != nil }

    /// Whether a value has the contract's type, so that the flow's other type is reported on the contract.
    func isOnContract(_ input: SentInputs.Input, for variable: Variable) -> Bool {
        guard let type = promised(input)?.type.value, type != variable.type else { return false }
        let isKept = ValueFit.problems(of: input.value, as: type).isEmpty
        let fits =
            type.isCollection == variable.type.isCollection
            && TypeFit.sending(type.kind, into: variable.type.kind) == .fits
        return isKept && !fits
    }

    /// Whether the contract's schema lacks a path too, so that it's reported on the contract.
    func isOnContract(_ path: MemberPath, of input: SentInputs.Input) -> Bool {
        promised(input)?.payload?.presence(of: path) == .absent
    }

    /// Whether the contract's webhook body lacks a path too, so that it's reported on the contract.
    func isOnContract(inBody path: MemberPath) -> Bool {
        contract?.launch?.presence(inBody: path) == .absent
    }
}
