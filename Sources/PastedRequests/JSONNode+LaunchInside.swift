extension JSONNode {
    /// A launch that is the only element of an array, or a member of an object.
    package struct LaunchInside {
        package let launch: JSONNode

        /// The member of the outermost object that contains the launch, or `nil` if an array contains the launch.
        package let member: JSONMember?

        /// The other members of the objects around the launch.
        package let siblings: [JSONMember]
    }

    /// The launch inside the node, or `nil` if the node is a launch itself or contains no launch.
    package var launchInside: LaunchInside? { launchInside(depth: 0) }

    private func launchInside(depth: Int) -> LaunchInside? {
        switch kind {
        case .array:
            guard let only = element(0), element(1) == nil, only.kind == .object else { return nil }
            let inside = only.launchInside(depth: depth + 1)
            return LaunchInside(launch: inside?.launch ?? only, member: nil, siblings: inside?.siblings ?? [])
        case .object where self["flowId"] == nil && depth < 3:
            let members = members
            guard !members.contains(where: \.isFlowID) else { return nil }
            let found = members.compactMap { member -> (JSONMember, LaunchInside?)? in
                if member.value.members.contains(where: \.isFlowID) { return (member, nil) }
                return member.value.launchInside(depth: depth + 1).map { (member, $0) }
            }
            guard found.count == 1, let (member, inside) = found.first else { return nil }
            let siblings = members.filter { $0.value.index != member.value.index } + (inside?.siblings ?? [])
            return LaunchInside(launch: inside?.launch ?? member.value, member: member, siblings: siblings)
        default: return nil
        }
    }

    /// The launch in a string, as when a program has encoded JSON twice, or `nil` if there is none.
    ///
    /// The string is the node itself, or the value of the node's only member that has a launch in a string.
    package var textualLaunch: JSONDocument? {
        if kind == .object {
            guard self["flowId"] == nil, !members.contains(where: \.isFlowID) else { return nil }
            let texts = members.compactMap { $0.value.kind == .string ? $0.value.textualLaunch : nil }
                .filter { $0.root?.members.contains(where: \.isFlowID) ?? false }
            return texts.count == 1 ? texts.first : nil
        }
        guard let string, string.contains("{") else { return nil }
        let reading = JSONReading(allowingPlaceholders: true, warning: false)
        let document = JSONDocument(reading: Array(string.utf8), reading)
        return document.root?.kind == .object ? document : nil
    }
}

extension JSONMember {
    /// Whether the name is certainly that of a flow's id; a bare `id` could be many things.
    fileprivate var isFlowID: Bool {
        let letters = name.text.lowercased().filter(\.isLetter)
        return letters != "id" && letters != "flow" && LaunchPart(name.text, value: value) == .flowID
    }
}
