/// What a run checked, which shows whether a waiver without a finding is unused.
public struct RunScope: Sendable {
    /// The environments that were checked.
    public var environments: Set<EnvironmentName>

    /// Whether these are all environments.
    public var hasEveryEnvironment: Bool

    /// Whether every contract and every flow of the environments was checked.
    public var isWhole: Bool

    /// Whether live orgs were compared with their snapshots.
    public var isLive: Bool

    /// What was checked, and what couldn't be.
    public var coverage: Coverage

    /// Makes a scope.
    public init(
        environments: Set<EnvironmentName>,
        hasEveryEnvironment: Bool,
        isWhole: Bool,
        isLive: Bool,
        coverage: Coverage
    ) {
        self.environments = environments
        self.hasEveryEnvironment = hasEveryEnvironment
        self.isWhole = isWhole
        self.isLive = isLive
        self.coverage = coverage
    }

    /// Whether the run checked everything that a waiver covers.
    func includes(_ waiver: Waiver, of subject: DriftRule.Subject) -> Bool {
        switch subject {
        case .live where !isLive: return false
        case .plan: return false
        case .code: return !isOpen(waiver) && includesCode(waiver)
        default: break
        }
        guard hasEnvironments(of: waiver), !isOpen(waiver) else { return false }
        if isWhole { return true }
        guard waiver.contract != nil || waiver.flow != nil else { return false }
        let wanted = waiver.environments.isEmpty ? environments : Set(waiver.environments)
        return wanted.allSatisfy { environment in
            coverage.cells.contains { cell in
                cell.isJudged && cell.environment == environment
                    && waiver.concerns(contract: cell.contract, flow: cell.flow, in: environment)
            }
        }
    }

    /// Whether something that the waiver is about is unknown.
    private func isOpen(_ waiver: Waiver) -> Bool {
        coverage.unknowns.contains { unknown in
            unknown.contract == nil && unknown.flow == nil
                || waiver.concerns(contract: unknown.contract, flow: unknown.flow, in: unknown.environment)
        }
    }

    /// Whether the run compared the code with every contract of a waiver, which is the same in each environment.
    private func includesCode(_ waiver: Waiver) -> Bool {
        var anywhere = waiver
        anywhere.flow = nil
        let concerned = coverage.code.contracts.filter { anywhere.concerns(contract: $0, flow: nil, in: nil) }
        guard coverage.code.compared.isSuperset(of: concerned) else { return false }
        return isWhole && hasEveryEnvironment || waiver.contract != nil && !concerned.isEmpty
    }

    private func hasEnvironments(of waiver: Waiver) -> Bool {
        waiver.environments.isEmpty ? hasEveryEnvironment : environments.isSuperset(of: waiver.environments)
    }
}
