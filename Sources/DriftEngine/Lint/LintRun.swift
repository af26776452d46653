package import DriftCore
import PastedRequests

/// What comes of the requests of one run, file by file.
package struct LintRun {
    private let reader: RequestFiles
    private let targets: LaunchTargets
    private let judge: Judge
    private let flow: FlowKey?
    private let answer: RequestAnswer?
    private let mends: Mends
    private let form: MendedForm?

    /// Which requests are mended.
    package enum Mends {
        /// None, because nobody reads them.
        case none
        /// Those in which something is found.
        case found
        /// All of them.
        case all
    }

    /// The requests as they should be, written out, with the files that they came from.
    package private(set) var mended: [(file: String, text: String)] = []

    /// How many requests cannot be mended; ``MendedRequest`` says which.
    package private(set) var unmended = 0

    private var outcome: Outcome

    /// Makes a run.
    ///
    /// - Parameters:
    ///   - targets: The flows that requests may start.
    ///   - judge: The judge.
    ///   - flow: The flow that the user names; nil where each request tells.
    ///   - response: The file of the error answer that came back; nil where none is given.
    ///   - mends: Which requests are mended.
    ///   - form: The form in which they are written; nil for the one in which each came.
    ///   - files: Reads the requests.
    /// - Throws: `ReadingError` where the answer cannot be read.
    package init(
        _ targets: LaunchTargets,
        judge: Judge,
        flow: FlowKey?,
        response: String?,
        mends: Mends,
        as form: MendedForm?,
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

    /// Judges each launch in a file, or in standard input where that is `-`.
    package mutating func judge(_ file: String) {
        do throws(ReadingError) {
            let text = try reader.pasted(file)
            guard answer == nil || text.launches.count == 1 else { throw unclearAnswer(text, in: file) }
            outcome.coverage.addOthers(text.others, isAll: text.launches.isEmpty)
            for launch in text.launches { judge(launch, of: file, isAlone: text.launches.count == 1) }
        } catch {
            outcome.problems.append(error)
            outcome.coverage.addUnreadRequest()
        }
    }

    private mutating func judge(_ launch: HTTPRequestText, of file: String, isAlone: Bool) {
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
            if let request = MendedRequest(comparison) {
                let line = isAlone ? "" : ":\(launch.position)"
                mended.append((reader.name(of: file) + line, request.text(as: form)))
            } else {
                unmended += 1
            }
        } catch {
            outcome.problems.append(error)
            outcome.coverage.addUnreadRequest()
        }
    }

    /// Whether mended requests are written as they go over the wire.
    package func areMessages(as form: MendedForm?) -> Bool {
        form == nil && mended.allSatisfy { $0.text.hasPrefix("POST ") }
    }

    /// Why an answer can't be put beside a text that holds another number of launches than one.
    private func unclearAnswer(_ text: PastedText, in file: String) -> ReadingError {
        let number = text.launches.count
        return ReadingError(
            number == 0
                ? "The file holds no request that starts a flow, so the answer of --response is about none of them"
                : "The file holds \(number) requests that start flows, and which of them the answer of --response is about "
                    + "is unknown",
            at: Place(file: reader.name(of: file)),
            wayOut: "put the request that the answer came to in a file of its own"
        )
    }

    /// The verdict on all of them.
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
