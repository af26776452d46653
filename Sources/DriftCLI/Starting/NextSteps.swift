import DriftCore
import DriftEngine
import DriftReports
import GenesysCloud

/// What is left to do until a repository is checked.
struct NextSteps {
    /// What the repository has.
    let repository: Repository

    /// What flowdrift.yaml says; the settings of an empty file where there is none.
    let settings: Settings

    /// One thing to do.
    private struct Step {
        /// The command, or what to do in words.
        var action: String

        /// What it is for; empty where the action says it.
        var reason = ""
    }

    /// The steps as lines, each with what it is for.
    ///
    /// - Parameter more: What else is to be done, in words.
    /// - Returns: The lines under their heading; empty where everything is there.
    func text(and more: [String] = []) -> String {
        let steps = missing
        guard !steps.isEmpty || !more.isEmpty else { return "" }
        let all = steps + [Step(action: "flowdrift check", reason: "compares the two")] + more.map { Step(action: $0) }
        let width = all.filter { !$0.reason.isEmpty }.map(\.action.count).max() ?? 0
        return "next:\n"
            + all.map { step in
                guard !step.reason.isEmpty else { return "  \(Printable.text(step.action))\n" }
                let blanks = String(repeating: " ", count: width - step.action.count)
                return "  \(Printable.text(step.action))\(blanks)    \(step.reason)\n"
            }.joined()
    }

    private var missing: [Step] {
        var steps: [Step] = []
        let project = repository.project
        // Where nobody can list the snapshots, nobody knows what is missing, and what stands in the way is said.
        guard let present = try? repository.environments() else { return [] }
        let wanted = settings.environments ?? []
        let without = wanted.isEmpty ? [] : wanted.filter { !present.contains($0) }
        if present.isEmpty || !without.isEmpty {
            steps += snapshots(
                of: without.isEmpty ? EnvironmentName(OrgSearch.defaultName).map { [$0] } ?? [] : without
            )
        }
        if !repository.hasContracts {
            let flow = firstFlow(of: present) ?? "Flow Name"
            let reason = "writes the contract of a flow that your code starts, for you to cut down"
            steps.append(Step(action: "flowdrift contract \"\(flow)\"", reason: reason))
        }
        // Settings are optional, so that they are missing nowhere where all else is there.
        guard !steps.isEmpty, project.config == nil, !repository.has(project.settingsFile) else { return steps }
        return [Step(action: "flowdrift init", reason: "writes flowdrift.yaml and a job for your CI")] + steps
    }

    private func snapshots(of environments: [EnvironmentName]) -> [Step] {
        if let exports = repository.exports() {
            return environments.map { name in
                Step(
                    action: "flowdrift snapshot --from \(exports) --environment \(name)",
                    reason: "reads the flows of \(exports)"
                )
            }
        }
        return environments.flatMap { name in
            credentials(of: name).map { [Step(action: $0)] } ?? []
        }
            + environments.map { name in
                Step(
                    action: "flowdrift snapshot --environment \(name)",
                    reason: "reads the org; --from DIR reads exports"
                )
            }
    }

    /// What reading an environment's org lacks; nil where nothing does.
    private func credentials(of environment: EnvironmentName) -> String? {
        let org = settings.orgs[environment]
        let flags = CredentialSource.Flags(settingsRegion: org?.region)
        do {
            let source = try CredentialSource(prefix: org?.credentials, flags: flags, in: repository.context)
            _ = try source.access()
            return nil
        } catch {
            return (error as? AccessError)?.wayOut ?? "\(error)"
        }
    }

    /// The name of a flow that has a snapshot.
    private func firstFlow(of environments: [EnvironmentName]) -> String? {
        guard let environment = environments.first else { return nil }
        let snapshots = repository.workspace.snapshots(of: environment)
        return (try? snapshots.index())?.flows.first?.entry.key.name
    }
}
