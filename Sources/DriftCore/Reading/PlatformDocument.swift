/// The parts of a Platform API response that flowdrift reads.
///
/// The same type decodes a flow, a flow's configuration and a trigger; its members show which of the three it is.
enum PlatformDocument: Decodable {
    /// A listing: a page of the API, or the plain list that its command-line tool prints.
    case listing([PlatformEntity], ListedTotal)
    case entity(PlatformEntity)
    /// Any other JSON.
    case other

    init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: PlatformMember.self) {
            guard members.contains(.entities) else {
                self = members.tellAnEntity ? .entity(try PlatformEntity(from: decoder)) : .other
                return
            }
            let isListing = (try? members.nestedUnkeyedContainer(forKey: .entities))?.holdsEntities ?? false
            self =
                try isListing
                ? .listing(
                    members.decode([PlatformEntity].self, forKey: .entities),
                    (try? ListedTotal(from: decoder)) ?? ListedTotal()
                )
                : .other
        } else {
            let isListing = (try? decoder.unkeyedContainer())?.holdsEntities ?? false
            self = try isListing ? .listing([PlatformEntity](from: decoder), ListedTotal()) : .other
        }
    }
}

/// What a page says about the whole listing; empty for a plain list.
struct ListedTotal: Decodable {
    var total: Int?
    var nextUri: String?
}

/// The members by which a document is identified.
private enum PlatformMember: String, CodingKey {
    case entities, id, name, type, variables, flowSequenceItemList
    case publishedVersion, checkedInVersion, active, division
    case topicName, matchCriteria, target, enabled
}

extension KeyedDecodingContainer<PlatformMember> {
    /// Whether the members are those of a flow, a configuration or a trigger.
    ///
    /// Many other documents have a name and a type. So a type must be a flow's type, or another member of a flow must
    /// be there.
    fileprivate var tellAnEntity: Bool {
        if contains(.topicName) || contains(.matchCriteria) || contains(.flowSequenceItemList) { return true }
        if contains(.target) && contains(.enabled) { return true }
        guard contains(.type), contains(.name) || contains(.id) else { return false }
        if [.variables, .publishedVersion, .checkedInVersion, .active, .division].contains(where: contains) {
            return true
        }
        return (try? decode(String.self, forKey: .type)).flatMap { FlowType($0) }.map(FlowType.known.contains) ?? false
    }
}

extension UnkeyedDecodingContainer {
    /// Whether the list is empty, or at least one of its elements is a flow or a trigger.
    fileprivate var holdsEntities: Bool {
        var rest = self
        guard !rest.isAtEnd else { return true }
        while !rest.isAtEnd {
            guard let members = try? rest.nestedContainer(keyedBy: PlatformMember.self) else { return false }
            if members.tellAnEntity { return true }
        }
        return false
    }
}
