import PastedRequests

/// A request's body, each member under the part of a launch that it stands for.
///
/// Source: MyPureCloud/platform-client-sdk-python, model FlowExecutionLaunchRequest.
struct LaunchBody: Sendable {
    /// The object that the body is.
    let root: JSONNode

    /// The members of the object in order; none where a gateway takes another form.
    let members: [Member]

    /// What stands for the inputs, in order; none where nothing does.
    let sentInputs: [SentInputs]

    /// The members beside the launch, where the body holds it inside another object.
    var outerMembers: [JSONMember] = []

    /// A member with what it stands for.
    struct Member: Sendable {
        /// The name.
        let name: JSONNode

        /// The value.
        let value: JSONNode

        /// What it stands for.
        let part: LaunchPart

        /// Whether the value stands inside an object that has the name, as in `"flow": {"id": …}`.
        var isNested = false

        /// Whether it has the name that the API knows it by.
        var isExact: Bool { part.name == name.text }
    }

    /// The member that stands for a part: the one with the right name, or else the first that is meant for it.
    func member(_ part: LaunchPart) -> Member? {
        let found = members.filter { $0.part == part }
        return found.last(where: \.isExact) ?? found.first
    }

    /// Where a placeholder stands that may stand for inputs; nil where none does.
    var placeOfUnseenInputs: JSONNode? {
        let whole = sentInputs.compactMap(\.value).first(where: \.isUnknownContent)
        return whole ?? sentInputs.lazy.compactMap { $0.value?.memberRuns.first }.first ?? root.memberRuns.first
            ?? members.lazy.map(\.name).first(where: \.isUnknownContent)
            ?? sentInputs.lazy.compactMap { $0.inputs.first(where: \.name.isUnknownContent)?.name }.first
    }

    /// Whether more inputs may be sent than can be seen: a placeholder stands for some, or for all.
    var hasUnseenInputs: Bool {
        sentInputs.contains { !$0.isWhole } || !root.memberRuns.isEmpty || members.contains { $0.name.isUnknownContent }
    }
}

extension LaunchBody {
    /// Takes the body of a launch apart.
    ///
    /// - Parameters:
    ///   - root: The body; it is no launch where it is no object.
    ///   - flow: The flow whose inputs are known by their names; nil where none is known.
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

    /// What stands for inputs beside the id of a flow, as in `"flow": {"id": …, "inputs": {…}}`.
    private static func inputs(besideID id: JSONNode, in root: JSONNode, _ names: Set<String>) -> [Member] {
        let object = root.members { $0.value["id"]?.index == id.index ? $0.value : nil }.first
        return object?.members { pair in
            let isInputs =
                LaunchPart(pair.name.text, value: pair.value) == .inputData
                || pair.looksLikeInputs(amongThoseOf: names)
            return isInputs ? Member(name: pair.name, value: pair.value, part: .inputData) : nil
        } ?? []
    }

    /// Takes a body apart that is a launch, or that holds one inside an array or another object.
    ///
    /// It's `nil` for a body that holds the launch as text: nothing in it is then a member of a launch.
    ///
    /// - Parameters:
    ///   - root: The body.
    ///   - flow: The flow whose inputs are known by their names; nil where none is known.
    init?(anywhereIn root: JSONNode, flow: Flow?) {
        let inside = root.launchInside
        guard inside != nil || root.textualLaunch == nil else { return nil }
        self.init(inside?.launch ?? root, flow: flow)
        outerMembers = inside?.siblings ?? []
    }

    /// Takes a body apart that goes to a gateway; nil where nothing stands at its pointer.
    init?(_ root: JSONNode, through gateway: Contract.Gateway) {
        guard let node = root.node(at: gateway.at) else { return nil }
        self.root = root
        members = []
        sentInputs = [SentInputs(node, as: gateway.shape)]
    }
}
