import Foundation
import StrictJSON

extension JSONValue {
    /// The members of the API's answers that name a user or an OAuth client.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python 269.0.0, models Flow, FlowVersion and Operation.
    private static let people: Set<String> = [
        "client", "createdBy", "createdByClient", "lockedClient", "lockedUser", "modifiedBy", "publishedBy",
        "publishedByClient", "user",
    ]

    /// The value without the names of people; their ids stay.
    var withoutNamesOfPeople: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.withoutNamesOfPeople))
        case .object(let members):
            .object(
                Dictionary(
                    uniqueKeysWithValues: members.map { key, value in
                        guard Self.people.contains(key), case .object(let person) = value else {
                            return (key, value.withoutNamesOfPeople)
                        }
                        return (key, .object(person.filter { ["id", "selfUri"].contains($0.key) }))
                    }
                )
            )
        default: self
        }
    }
}

extension Recording.Exchange {
    /// The exchange without the names of people, which the listings of flows and versions have.
    ///
    /// A configuration is left as it is: it has the flow's own content only.
    var withoutNamesOfPeople: Recording.Exchange {
        guard
            let body, request.hasPrefix("GET "), !request.hasSuffix("configuration"),
            let value = try? JSONDecoder().decode(JSONValue.self, from: Data(body.utf8))
        else { return self }
        let clean = value.withoutNamesOfPeople
        guard clean != value else { return self }
        var exchange = self
        exchange.body = clean.description
        return exchange
    }
}
