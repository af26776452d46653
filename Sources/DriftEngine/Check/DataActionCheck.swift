import DriftCore
import PastedRequests

/// Compares the requests of data actions with the flows that they start.
struct DataActionCheck {
    let targets: LaunchTargets
    let judge: Judge
    let environment: EnvironmentName?

    /// The result for the data actions of a source.
    func outcome(of actions: [LaunchingAction]) -> Outcome {
        actions.reduce(into: Outcome()) { outcome, action in outcome.add(self.outcome(of: action)) }
    }

    private func outcome(of action: LaunchingAction) -> Outcome {
        let name = "data action '\(action.name)'"
        let flow: FlowKey?
        switch action.target {
        case .flow(let key): flow = key
        case .id: flow = nil
        case .input(let input):
            return unknown(
                "it is unknown which flow \(name) starts: the action's input '\(input)' is the flow's id",
                "see which flows call the action, with `flowdrift callers`",
                at: action.place
            )
        case .unknown:
            return unknown(
                "it is unknown which flow \(name) starts: the action's template has no fixed id",
                "write the flow's id into the template",
                at: action.place
            )
        }
        var outcome = self.outcome(
            ofRequest: action.requestText,
            from: action.place.file,
            flow: flow,
            named: name,
            at: action.exportText == nil ? action.place : nil
        )
        // The source names the flow but not its id, so the id in the text is made up.
        if let flow {
            outcome.findings.removeAll { $0.rule.hasPrefix("payload-flow-id") }
            let made = FlowID(madeFor: flow).text
            outcome.coverage.unknowns.removeAll { $0.reason.contains(made) }
        }
        return outcome
    }

    /// The result for one request.
    ///
    /// - Parameters:
    ///   - text: The action in the form of an export.
    ///   - file: The text's file, for messages.
    ///   - flow: The flow that the action starts, or `nil` to find the flow by the id in the request.
    ///   - name: The action's name in messages.
    ///   - place: The place of all findings, or `nil` for their places in the file.
    /// - Returns: The findings, and what was checked.
    func outcome(
        ofRequest text: String,
        from file: String,
        flow: FlowKey?,
        named name: String,
        at place: Place?
    )
        -> Outcome
    {
        let launches = RequestTextReader().requests(in: Array(text.utf8)).launches
        return launches.reduce(into: Outcome()) { outcome, launch in
            let read = ReadRequest(launch, file: place == nil ? file : "\(file): \(name)")
            let asked = RequestComparison(read, in: RequestSurroundings())
            do throws(ReadingError) {
                let surroundings = try targets.surroundings(flow: flow, for: asked)
                let comparison = RequestComparison(read, answer: nil, in: surroundings)
                outcome.add(judge.judge(comparison, ofAction: name, at: place))
            } catch {
                outcome.problems.append(error)
            }
        }
    }

    private func unknown(_ reason: String, _ fix: String, at place: Place) -> Outcome {
        var coverage = Coverage()
        coverage.addUnreadRequest()
        coverage.unknowns = [Unknown(reason: reason, fix: fix, environment: environment, place: place)]
        return Outcome(coverage: coverage)
    }
}
