/// The parts of a value that a plan marks with `true`, as in `after_unknown` and `before_sensitive`.
package indirect enum TerraformMask {
    case none
    case all
    /// Some members are marked, as a whole or in part.
    case members([String: TerraformMask])
    /// Some elements are marked, as a whole or in part.
    case elements([TerraformMask])

    /// The mask of a member.
    package subscript(_ member: String) -> TerraformMask {
        switch self {
        case .all: .all
        case .members(let members): members[member] ?? .none
        case .none, .elements: .none
        }
    }

    /// The mask of the first element.
    package var first: TerraformMask {
        switch self {
        case .all: .all
        case .elements(let elements): elements.first ?? .none
        case .none, .members: .none
        }
    }

    /// The members that are marked as a whole.
    package var wholeMembers: [String] {
        guard case .members(let members) = self else { return [] }
        return members.filter { $0.value.isAll }.map(\.key)
    }

    package var isAll: Bool {
        if case .all = self { true } else { false }
    }
}

extension TerraformMask: Decodable {
    package init(from decoder: any Decoder) throws {
        if let isMarked = try? decoder.singleValueContainer().decode(Bool.self) {
            self = isMarked ? .all : .none
        } else if let members = try? decoder.singleValueContainer().decode([String: TerraformMask].self) {
            self = members.isEmpty ? .none : .members(members)
        } else if let elements = try? decoder.singleValueContainer().decode([TerraformMask].self) {
            self = .elements(elements)
        } else {
            self = .none
        }
    }
}
