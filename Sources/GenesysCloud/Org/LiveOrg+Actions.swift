public import DriftCore

/// The data actions of an org that start flows.
public struct LiveActions: Sendable {
    /// The actions that start flows, or `nil` if the org's actions couldn't be listed.
    public var actions: [LaunchingAction]?

    /// The version of each action that was read, by id; `nil` together with ``actions``.
    public var versions: [String: String]?

    /// What couldn't be read, each as one phrase.
    public var notices: [String] = []

    /// Makes the result of an org whose actions weren't read.
    public init() {}
}

/// What earlier snapshots know of an org's data actions.
public struct KnownActions: Sendable {
    /// The version of each action, by id, whether or not it starts a flow.
    public var versions: [String: String]

    /// The actions that start flows.
    public var launching: [LaunchingAction]

    /// Makes what is known, by default nothing.
    public init(versions: [String: String] = [:], launching: [LaunchingAction] = []) {
        self.versions = versions
        self.launching = launching
    }
}

extension LiveOrg {
    /// Reads the org's data actions: one request for 100 of them, and one or two for each new action that starts a flow.
    ///
    /// A failure is only a notice: a role may lack the permission, and then the snapshots keep what they have.
    ///
    /// - Parameter known: What earlier snapshots know; an action with the same version isn't read again.
    /// - Returns: The actions that start flows.
    public func actions(besides known: KnownActions) async -> LiveActions {
        var result = LiveActions()
        let listed: [ListedAction]
        do throws(PlatformError) {
            listed = try await CursoredListing(client: client).entities(
                .actions(size: CursoredListing.actionPageSize),
                what: "data actions",
                id: \.id
            ) { (reader, bytes) throws(ReadingError) in
                try reader.actions(bytes)
            }
            .elements
        } catch {
            result.notices = ["the org's data actions could not be read: \(error.problem)"]
            return result
        }
        let launching = Dictionary(known.launching.compactMap { action in action.id.map { ($0, action) } }) { $1 }
        let readings = await inParallel(listed, width: width) { action -> ActionReading in
            if let version = action.version, known.versions[action.id] == version {
                return .success(launching[action.id])
            }
            do throws(PlatformError) { return .success(try await launch(of: action)) } catch { return .failure(error) }
        }
        var (actions, versions): ([LaunchingAction], [String: String]) = ([], [:])
        for (action, reading) in zip(listed, readings) {
            switch reading {
            case .success(let launch):
                if let launch { actions.append(launch) }
                versions[action.id] = action.version
            case .failure(let error):
                // The snapshots keep what they know, and the next run tries again.
                if let launch = launching[action.id] { actions.append(launch) }
                result.notices.append("data action '\(action.name)' could not be read: \(error.problem)")
            }
        }
        result.actions = actions.inOrder
        result.versions = versions
        return result
    }

    private typealias ActionReading = Result<LaunchingAction?, PlatformError>

    /// Reads what an action sends, or `nil` if it starts no flow.
    private func launch(of listed: ListedAction) async throws(PlatformError) -> LaunchingAction? {
        guard listed.startsFlow != false else { return nil }
        var action = listed
        let resource = PlatformResource.action(listed.id)
        if !action.isComplete {
            action = try await client.read(resource) { (reader, bytes) throws(ReadingError) in
                try reader.action(bytes)
            }
        }
        guard action.startsFlow == true else { return nil }
        if action.hasTemplateFile {
            let answer = try await client.answer(.requestTemplate(of: listed.id))
            action = action.with(template: String(decoding: answer.body, as: UTF8.self))
        }
        return LaunchingAction(action.text(at: Place(file: client.place(resource))))
    }
}
