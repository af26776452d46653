import DriftCore
import SourceText

/// Judges each contract as soon as it is read, alone with its flow, so that a run need not hold all contracts at once.
///
/// Mostly one contract names a flow, and then nothing else can change the judgement. Where it turns out that another
/// contract names the same flow, ``EnvironmentCheck`` reads them again and judges them together.
struct EarlyCheck: Sendable {
    private let checks: [Preparation]

    /// What judging in one environment takes; a class, because every core takes hold of it for each contract.
    private final class Preparation: Sendable {
        let check: EnvironmentCheck
        let known: EnvironmentCheck.Knowledge

        init(_ check: EnvironmentCheck, _ known: EnvironmentCheck.Knowledge) {
            self.check = check
            self.known = known
        }
    }

    /// Prepares the judging in some environments; nil where what it needs cannot be read, which the whole check reports.
    init?(_ sources: [(EnvironmentName?, any FlowSource)], judge: Judge) {
        var checks: [Preparation] = []
        for (environment, source) in sources {
            let check = EnvironmentCheck(environment: environment, source: source, contracts: [], judge: judge)
            guard let known = try? EnvironmentCheck.Knowledge(of: source) else { return nil }
            checks.append(Preparation(check, known))
        }
        self.checks = checks
    }

    /// What comes of a contract in each environment, in order; nil where it must wait until everything is read.
    func pieces(of contract: Contract) -> [EnvironmentCheck.Piece]? {
        guard !(contract.launch?.namesFiles ?? false) else { return nil }
        var pieces: [EnvironmentCheck.Piece] = []
        for one in checks {
            var piece = EnvironmentCheck.Piece()
            if contract.holds(in: one.check.environment) {
                guard let key = contract.flowKey(in: one.check.environment) else { return nil }
                // An index that cannot be read is an obstacle for the whole environment.
                if contract.promisedID(in: one.check.environment) != nil, !one.known.ids.areReadable { return nil }
                one.check.judge(.contracts(of: key, [contract]), one.known, into: &piece)
                // What a flow's modules were read from is not noted.
                if piece.usesModules { return nil }
            }
            pieces.append(piece)
        }
        return pieces
    }
}

/// What came of contracts that were judged while they were read.
struct EarlyJudgements: Sendable {
    /// What came of each contract in each environment, by the contract's file.
    var pieces: [String: [EnvironmentCheck.Piece]] = [:]

    /// The number of the environment.
    var number = 0

    /// Reads a contract again that was let go.
    var whole: @Sendable (Contract) -> Result<Contract, ReadingError> = { .success($0) }

    /// What came of the contract of a file; nil where it was not judged.
    func piece(of file: String) -> EnvironmentCheck.Piece? { pieces[file]?[number] }

    /// The contracts as they were read.
    func whole(_ contracts: [Contract]) throws(ReadingError) -> [Contract] {
        var read: [Contract] = []
        for contract in contracts {
            read.append(pieces[contract.file] == nil ? contract : try whole(contract).get())
        }
        return read
    }
}
