extension MentionedInputs {
    /// The contracts that a mentioned name belongs to, among several contracts that name the same source file.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - contracts: The contracts.
    /// - Returns: The indices of those that know the name, or else of the one that has a similar name or is first.
    public static func contracts(knowing name: String, among contracts: [Contract]) -> [Int] {
        guard contracts.count > 1 else { return Array(contracts.indices) }
        let knowing = contracts.indices.filter { contracts[$0].knows(name) }
        guard knowing.isEmpty else { return knowing }
        let near = contracts.indices.first { if case .none(_?) = contracts[$0].match(name) { true } else { false } }
        return [near ?? 0]
    }
}

extension Contract {
    /// Whether the contract reads an output of that name, in any letter case.
    public func readsOutput(_ name: String) -> Bool {
        launch?.outputs.contains { $0.name.value.lowercased() == name.lowercased() } ?? false
    }

    /// Whether the contract lists an input or an output of that name, also in another letter case or with a scope.
    public func knows(_ name: String) -> Bool {
        let isOmitted = launch?.omittedInputs.contains { VariableName.areAlike($0.value, name) } ?? false
        return isOmitted || readsOutput(name) || match(name).variable != nil
    }

    fileprivate func match(_ name: String) -> VariableMatch {
        let variables = (launch?.inputs ?? []).map { Variable(name: $0.name.value, type: $0.type.value) }
        return VariableMatch.matches(for: [name], in: variables).first ?? .none(near: nil)
    }
}
