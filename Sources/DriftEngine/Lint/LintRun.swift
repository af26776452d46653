package import DriftCore
import PastedRequests

/// Checks the requests of one run, file by file, and collects the results.
package struct LintRun {
    private let reader: RequestFiles
    private let targets: LaunchTargets
    private let judge: Judge
    private let flow: FlowKey?
    private let answer: RequestAnswer?
    private let mends: Mends
    private let form: RequestForm?

    /// Which requests are corrected.
    package enum Mends {
        /// None, because the run doesn't print corrected requests.
        case none
        /// Those with findings.
        case found
        case all
    }

    /// The corrected requests as text, each with the file that it came from.
    package private(set) var corrected: [(file: String, text: String)] = []

    /// Notices about how files were read.
    package private(set) var notices: [FlowSet.Notice] = []

    /// How many requests can't be corrected; ``CorrectedRequest`` documents which.
    package private(set) var uncorrected = 0

    private var outcome: Outcome

    /// Makes a run.
    ///
    /// If `flow` is `nil`, each request must say which flow it starts. If `form` is `nil`, each corrected request keeps
    /// its own form. `response` is the file with the error answer to the request.
    package init(
        _ targets: LaunchTargets,
        judge: Judge,
        flow: FlowKey?,
        response: String?,
        mends: Mends,
        as form: RequestForm?,
        from files: RequestFiles
    ) throws(ReadingError) {
        self.targets = targets
        self.judge = judge
        self.flow = flow
        self.mends = mends
        self.form = form
        reader = files
        answer = try response.map { (file) throws(ReadingError) in try files.answer(file) }
        outcome = Outcome(problems: targets.problems)
    }

    /// Checks each launch in a file, or in standard input if the file is `-`.
    package mutating func judge(_ file: String) {
        do throws(ReadingError) {
            let text = try reader.pasted(file)
            guard answer == nil || text.launches.count == 1 else { throw unclearAnswer(text, in: file) }
            if let form = text.sourceForm {
                let count = text.launches.count
                let words =
                    count == 1
                    ? "the request's body is read from code (\(form))"
                    : "\(count) request bodies are read from code (the first: \(form))"
                notices.append(
                    FlowSet.Notice(
                        words + "; the values of expressions in the code are unknown",
                        file: reader.name(of: file)
                    )
                )
            }
            outcome.coverage.addOthers(text.others, isAll: text.launches.isEmpty)
            let mends = text.sourceForm != nil ? Mends.none : mends
            for launch in text.launches { judge(launch, of: file, isAlone: text.launches.count == 1, mends) }
        } catch {
            outcome.problems.append(error)
            outcome.coverage.addUnreadRequest()
        }
    }

    private mutating func judge(_ launch: HTTPRequestText, of file: String, isAlone: Bool, _ mends: Mends) {
        do throws(ReadingError) {
            let comparison = try reader.comparison(
                launch,
                of: file,
                answer: answer,
                flow: flow,
                isAlone: isAlone,
                targets
            )
            let judgement = judge.judge(comparison)
            outcome.add(judgement)
            guard mends == .all || mends == .found && !judgement.findings.isEmpty else { return }
            if let request = CorrectedRequest(comparison) {
                let line = isAlone ? "" : ":\(launch.position)"
                corrected.append((reader.name(of: file) + line, request.text(as: form)))
            } else {
                uncorrected += 1
            }
        } catch {
            outcome.problems.append(error)
            outcome.coverage.addUnreadRequest()
        }
    }

    /// Whether the corrected requests are written as raw HTTP messages.
    package func areMessages(as form: RequestForm?) -> Bool {
        form == nil && corrected.allSatisfy { $0.text.hasPrefix("POST ") }
    }

    /// The error if the user gives an answer with --response for a file without exactly one launch.
    private func unclearAnswer(_ text: PastedText, in file: String) -> ReadingError {
        let number = text.launches.count
        return ReadingError(
            number == 0
                ? "The file has no request that starts a flow, so the answer of --response belongs to no request"
                : "The file has \(number) requests that start flows, so it is unknown which of them "
                    + "got the answer of --response",
            at: Place(file: reader.name(of: file)),
            fix: "put the request that got the answer into a file of its own"
        )
    }

    package func verdict(failOn: Severity, isStrict: Bool) -> Verdict {
        Verdict(
            findings: outcome.findings,
            coverage: outcome.coverage,
            problems: outcome.problems,
            failOn: failOn,
            isStrict: isStrict
        )
    }
}
