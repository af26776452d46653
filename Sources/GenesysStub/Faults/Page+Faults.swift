import DriftCore
import StrictJSON

extension Page {
    /// The page with a fault's damage; unchanged if the fault doesn't concern pages.
    func damaged(by kind: StubFault.Kind) -> Page {
        var page = self
        switch kind {
        case .halfPage: page.entities = Array(entities.prefix(entities.count / 2))
        case .shrinking: page.shrink()
        case .repeated: page.repeatEntity()
        case .foreignNext:
            if case .string(let uri)? = members["nextUri"] {
                page.members["nextUri"] = .string("https://elsewhere.example" + uri)
            }
        case .circularNext: page.members["nextUri"] = members["selfUri"]
        default: break
        }
        return page
    }

    /// Removes an entity from the end for each page before this one, and reduces the totals.
    private mutating func shrink() {
        guard let number = integer("pageNumber"), let size = integer("pageSize"), let total = integer("total") else {
            return
        }
        let rest = max(0, total - (number - 1))
        members["total"] = .integer(rest)
        members["pageCount"] = .integer((rest + size - 1) / size)
        if number * size >= rest {
            members["nextUri"] = nil
            entities = Array(entities.prefix(max(0, rest - (number - 1) * size)))
        }
    }

    /// Repeats the first entity if there is a page before this one, as happens when a flow is added meanwhile.
    private mutating func repeatEntity() {
        guard members["previousUri"] != nil, let first = entities.first else { return }
        entities.insert(first, at: 0)
    }

    private func integer(_ name: String) -> Int? {
        guard case .number(let text)? = members[name] else { return nil }
        return Int(text)
    }
}
