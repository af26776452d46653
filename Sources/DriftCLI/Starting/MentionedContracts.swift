import DriftCore
import DriftEngine
import DriftReports

/// Writes a first contract for each flow that source code starts and no contract covers.
struct MentionedContracts {
    let project: ProjectOptions
    let reading: ContractFolder.Reading
    let context: Context

    /// Writes the contracts, and prints their names.
    ///
    /// - Returns: Whether there is a contract for each of the flows.
    /// - Throws: ``ReadingError`` if a file can't be written.
    func write(_ flows: [(flow: FlowKey, launches: [SourceLaunch])], _ workspace: Workspace) throws -> Bool {
        guard !flows.isEmpty else {
            context.printError(
                "notice: no contract was written, because each known flow that the code starts has a contract\n"
            )
            return true
        }
        let finder = try? FlowFinder(SourceResolver(workspace))
        var present = reading.contracts
        var isWhole = true
        for (key, launches) in flows {
            guard let finder, let found = try finder.flow(key, inAny: nil) else {
                let name = Printable.text("'\(key)'")
                context.printError(
                    "error: \(name) has no snapshot, so no contract was written; take one with `flowdrift snapshot`\n"
                )
                isWhole = false
                continue
            }
            let scaffold = ContractScaffold(
                project: project,
                present: present,
                owners: workspace.files.codeOwners(),
                context: context
            )
            var draft = ContractDraft(of: found.flow, in: found.environment, events: found.events, known: finder.known)
            draft.mentioned = MentionedInputs(of: launches)
            let files = Set(launches.map(\.place.file)).sorted()
            let file = try scaffold.file(of: draft, from: files.joined(separator: ", "), at: nil) { path in
                files.map { RecordingPath($0, context).relative(to: path) }
            }
            try FileWriter(context: context).make(file.path, with: file.text)
            let sources = Printable.text(files.joined(separator: ", "))
            context.printError("\(Printable.text(file.path)): written, from \(sources)\n")
            present.append(try ContractReader().contract(Array(file.text.utf8), file: file.path))
        }
        context.printError("next: review what was written, then run `flowdrift check`\n")
        return isWhole
    }
}

extension MentionedInputs {
    /// The inputs that launches of one flow mention.
    ///
    /// For each launch, these are the inputs in its body and its function; if there are none, those in its file.
    fileprivate init(of launches: [SourceLaunch]) {
        self.init(mayMentionMore: launches.contains(where: \.mayMentionMore))
        for launch in launches {
            let near = launch.inputs.filter { $0.certainty != .file }
            for input in near.isEmpty ? launch.inputs : near where !inputs.contains(where: { $0.name == input.name }) {
                inputs.append(Input(input.name, at: input.place))
            }
        }
    }
}
