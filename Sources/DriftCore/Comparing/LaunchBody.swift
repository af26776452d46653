import PastedRequests

/// A request's body, whose members are assigned to parts of a launch.
///
/// Source: MyPureCloud/platform-client-sdk-python, model FlowExecutionLaunchRequest.
struct LaunchBody: Sendable {
    let root: JSONNode

    /// The object's members in order; empty if a gateway requires another form.
    let members: [Member]

    /// The members with the inputs, in order.
    let sentInputs: [SentInputs]

    /// The members around the launch, if the body contains it inside another object.
    var outerMembers: [JSONMember] = []

    struct Member: Sendable {
        let name: JSONNode
        let value: JSONNode
        let part: LaunchPart

        /// Whether the value is inside an object that has the name, as in `"flow": {"id": …}`.
        var isNested = false

        /// Whether the member has the API's exact name.
        var isExact: Bool { part.name == name.text }
    }

    /// The member that has a part of the launch, such as `flowId`.
    ///
    /// It's the member with the part's exact name. If there is none, it's the first member whose name the author
    /// probably wrote for the part, such as `flow_id`.
    func member(_ part: LaunchPart) -> Member? {
        let found = members.filter { $0.part == part }
        return found.last(where: \.isExact) ?? found.first
    }

    /// The place of a placeholder that may stand for inputs, or `nil` if there is none.
    var placeOfUnseenInputs: JSONNode? {
        let whole = sentInputs.compactMap(\.value).first(where: \.isUnknownContent)
        return whole ?? sentInputs.lazy.compactMap { $0.value?.memberRuns.first }.first ?? root.memberRuns.first
            ?? members.lazy.map(\.name).first(where: \.isUnknownContent)
            ?? sentInputs.lazy.compactMap { $0.inputs.first(where: \.name.isUnknownContent)?.name }.first
    }

    /// Whether a placeholder may stand for further inputs.
    var hasUnseenInputs: Bool {
        sentInputs.contains { !$0.isWhole } || !root.memberRuns.isEmpty || members.contains { $0.name.isUnknownContent }
    }
}

extension LaunchBody {
    /// Reads the body of a launch, or returns `nil` if it isn't an object.
    ///
    /// - Parameters:
    ///   - root: The body.
    ///   - flow: The flow whose input names are known, or `nil` if none is.
    init?(_ root: JSONNode, flow: Flow?) {
        guard root.kind == .object else { return nil }
        self.root = root
        let names = SentInputs.names(of: flow)
        let outer: [Member] = root.lastMembers { pair in
            if ["flow", "workflow"].contains(pair.name.text.lowercased()), let id = pair.value["id"], id.kind == .string
            {
                return Member(name: pair.name, value: id, part: .flowID, isNested: true)
            }
            var part = LaunchPart(pair.name.text, value: pair.value)
            if part == .none, names.contains(pair.name.text.lowercased()) { part = .input }
            if part == .none, pair.looksLikeInputs(amongThoseOf: names) { part = .inputData }
            return Member(name: pair.name, value: pair.value, part: part)
        }
        members = outer + outer.filter(\.isNested).flatMap { Self.inputs(besideID: $0.value, in: root, names) }
        let whole = members.filter { $0.part == .inputData }.map { SentInputs(in: $0, flow: flow) }
        let loose = members.filter { $0.part == .input }
        sentInputs = whole + (loose.isEmpty ? [] : [SentInputs(loose)])
    }

    /// The inputs next to a flow's id, as in `"flow": {"id": …, "inputs": {…}}`.
    private static func inputs(besideID id: JSONNode, in root: JSONNode, _ names: Set<String>) -> [Member] {
        let object = root.members { $0.value["id"]?.index == id.index ? $0.value : nil }.first
        return object?.members { pair in
            let isInputs =
                LaunchPart(pair.name.text, value: pair.value) == .inputData
                || pair.looksLikeInputs(amongThoseOf: names)
            return isInputs ? Member(name: pair.name, value: pair.value, part: .inputData) : nil
        } ?? []
    }

    /// Reads a body that is a launch, or contains one in an array or another object.
    ///
    /// It's `nil` for a body that contains the launch as text, since its members aren't a launch's.
    ///
    /// - Parameters:
    ///   - root: The body.
    ///   - flow: The flow whose input names are known, or `nil` if none is.
    init?(anywhereIn root: JSONNode, flow: Flow?) {
        let inside = root.launchInside
        guard inside != nil || root.textualLaunch == nil else { return nil }
        self.init(inside?.launch ?? root, flow: flow)
        outerMembers = inside?.siblings ?? []
    }

    /// Reads a body that goes to a gateway, or returns `nil` if its pointer leads nowhere.
    init?(_ root: JSONNode, through gateway: Contract.Gateway) {
        guard let node = root.node(at: gateway.at) else { return nil }
        self.root = root
        members = []
        sentInputs = [SentInputs(node, as: gateway.shape)]
    }
}
