import DriftCore
import StrictJSON

extension Endpoint {
    /// The endpoints of data actions.
    ///
    /// Source: MyPureCloud/platform-client-sdk-python 269, models Action and ActionEntityListing.
    static let actions: [Endpoint] = [
        Endpoint("/api/v2/integrations/actions", permission: actionView, isListing: true) {
            (catalogue, request, _) throws(APIError) in
            let hasConfig = try request.flag("includeConfig") ?? false
            let actions = catalogue.org.actions
            return .page(
                try .cursored(actions, for: request, cursor: { StableHash(of: "cursor \($0.id)").hexadecimal }) {
                    json(of: $0, withConfig: hasConfig, withContract: false).bytes
                }
            )
        },
        Endpoint("/api/v2/integrations/actions/{}", permission: actionView) {
            (catalogue, request, ids) throws(APIError) in
            guard let action = catalogue.org.actions.first(where: { $0.id == ids[0] }) else {
                throw .notFound("action \(ids[0])")
            }
            let hasConfig = try request.flag("includeConfig") ?? false
            let hasContract = request.values("expand").contains("contract")
            return .entity(json(of: action, withConfig: hasConfig, withContract: hasContract))
        },
    ]

    private static let actionView = "integrations:action:view"

    private static func json(of action: StubAction, withConfig: Bool, withContract: Bool) -> JSONValue {
        .members([
            "id": .string(action.id),
            "name": .string(action.name),
            "integrationId": .string(MadeID.text(for: "integration", action.category)),
            "category": .string(action.category),
            "version": .integer(1),
            "secure": .boolean(false),
            "config": withConfig ? action.definition["config"] : nil,
            "contract": withContract ? action.definition["contract"] : nil,
            "selfUri": .string("/api/v2/integrations/actions/\(action.id)"),
        ])
    }
}
