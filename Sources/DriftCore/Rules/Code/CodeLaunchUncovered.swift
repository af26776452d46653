extension Rules {
    static let codeLaunchUncovered = Rule<UncoveredLaunch>(
        id: "code-launch-uncovered",
        severity: .warning,
        summary: "The code starts a flow that no contract covers",
        explanation: """
            A contract's recording (`launch.recordings`) also has launches of another flow, or a source file starts \
            another flow by a literal id or name. No contract covers that flow. So flowdrift doesn't compare the \
            inputs that the code sends with those that the flow declares, and doesn't notice a renamed input.

            Write a contract: `flowdrift contract --from-launches` writes it from the recording, and `flowdrift scan \
            --write-contracts` writes it from the source files.
            """
    ) { launch in
        let flow: String
        switch launch.target {
        case .flow(let key): flow = "'\(key)'"
        case .id(let id): flow = "the flow with the id \(id)"
        case .unknown: return []
        }
        if launch.isMentioned { return [launch.evidenceOfSource(flow)] }
        let number = launch.count == 1 ? "A launch" : "\(launch.count) distinct launches"
        let isByID = if case .id = launch.target { true } else { false }
        return [
            Evidence(
                "\(number) of \(flow) \(launch.count == 1 ? "is" : "are") recorded, but no contract covers the flow"
                    + (isByID ? " or has that id" : ""),
                at: launch.place,
                on: isByID ? flow : nil,
                fix: Fix(
                    isByID
                        ? "add the id to `environments` in the flow's contract, or write one with `flowdrift contract`"
                        : "write its contract with `flowdrift contract --from-launches \(launch.place.file)`"
                )
            )
        ]
    }
}

extension UncoveredLaunch {
    fileprivate func evidenceOfSource(_ flow: String) -> Evidence {
        let isByID = if case .id = target { true } else { false }
        let number = count == 1 ? "" : " in \(count) places"
        return Evidence(
            "The code starts \(flow)\(number), but no contract covers the flow" + (isByID ? " or has that id" : ""),
            at: place,
            on: isByID ? flow : nil,
            fix: Fix(
                isByID
                    ? "add the id to `environments` in the flow's contract, or write one with `flowdrift contract`"
                    : "write its contract with `flowdrift scan --write-contracts`"
            )
        )
    }
}
