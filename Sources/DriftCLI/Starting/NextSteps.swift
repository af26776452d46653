import DriftCore
import DriftEngine
import DriftReports
import GenesysCloud

/// The steps that are left until a repository can be checked.
struct NextSteps {
    let repository: Repository

    /// The settings in flowdrift.yaml, or the defaults if it doesn't exist.
    let settings: Settings

    private struct Step {
        /// The command, or a description of the step.
        var action: String

        /// The purpose, or empty if the action already says the purpose.
        var reason = ""
    }

    /// The steps as lines under a heading, or empty if nothing is left; `more` are further steps, in words.
    func text(and more: [String] = []) -> String {
        let steps = missing
        guard !steps.isEmpty || !more.isEmpty else { return "" }
        let all =
            steps + [Step(action: "flowdrift check", reason: "compares contracts with snapshots")]
            + more.map { Step(action: $0) }
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
        // If the snapshots can't be listed, it's unknown what is missing, and the reason is reported elsewhere.
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
            let reason = "writes a contract of a flow that your code starts, for you to edit"
            steps.append(Step(action: "flowdrift contract \"\(flow)\"", reason: reason))
        }
        // Settings are optional, so they aren't missing if everything else exists.
        guard !steps.isEmpty, project.config == nil, !repository.has(project.settingsFile(in: repository.context))
        else { return steps }
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
                    reason: "reads the org, or exports with --from DIR"
                )
            }
    }

    /// What is needed to read an environment's org, or `nil` if nothing is missing.
    private func credentials(of environment: EnvironmentName) -> String? {
        let org = settings.orgs[environment]
        let flags = CredentialSource.Flags(settingsRegion: org?.region)
        do {
            let source = try CredentialSource(prefix: org?.credentials, flags: flags, in: repository.context)
            _ = try source.access()
            return nil
        } catch {
            return (error as? AccessError)?.fix ?? "\(error)"
        }
    }

    private func firstFlow(of environments: [EnvironmentName]) -> String? {
        guard let environment = environments.first else { return nil }
        let snapshots = repository.workspace.snapshots(of: environment)
        return (try? snapshots.index())?.flows.first?.entry.key.name
    }
}
