import Foundation
import StrictJSON

/// Reads a Terraform configuration in JSON, whose blocks are objects or lists of objects.
///
/// Source: developer.hashicorp.com/terraform/language/syntax/json, and the exporter of
/// MyPureCloud/terraform-provider-genesyscloud.
struct TerraformExportReader {
    private typealias Block = [String: JSONValue]

    /// Reads the file, or returns `nil` if it isn't a configuration with flows or triggers of Genesys Cloud.
    ///
    /// A configuration is skipped if a trigger in it has an expression that only Terraform can evaluate.
    func read(_ bytes: [UInt8], file: String) -> FlowFile? {
        guard bytes.holds(Array("genesyscloud_".utf8)),
            case .object(let root)? = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        else { return nil }
        let flows = Self.resources(TerraformKind.flowType, in: root["resource"])
        let triggers = Self.resources(TerraformKind.triggerType, in: root["resource"])
        let actions = Self.resources(PlannedDataAction.resourceType, in: root["resource"])
        guard !flows.isEmpty || !triggers.isEmpty || !actions.isEmpty else { return nil }
        let lookups = Self.resources(TerraformKind.flowType, in: root["data"])
        var export = TerraformExport(
            entries: flows.compactMap { Self.key($0.body).map { FlowEntry(key: $0) } },
            triggers: []
        )
        export.actions = actions.compactMap { name, body in
            Self.action(body, at: "\(PlannedDataAction.resourceType).\(name)", in: file, flows: flows)
        }
        for (name, body) in triggers {
            guard var exported = Self.trigger(body) else {
                let address = "\(TerraformKind.triggerType).\(name)"
                return .skipped(
                    reason:
                        "only Terraform knows the values of \(address); check a plan with `flowdrift plan` instead"
                )
            }
            aim(&exported, Self.blocks(body["target"]).first?["id"], flows: flows, lookups: lookups)
            export.triggers.append(exported)
        }
        return .terraform(export)
    }

    /// Sets the flow that a trigger starts, if the id in the trigger's target shows which one.
    private func aim(
        _ exported: inout TerraformExport.Exported,
        _ id: JSONValue?,
        flows: [(name: String, body: Block)],
        lookups: [(name: String, body: Block)]
    ) {
        guard case .string(let text)? = id else { return }
        guard let expression = Self.expression(text) else {
            exported.trigger.target = Self.literal(text).flatMap { FlowID($0) }.map { .id($0) }
            return
        }
        guard let traversal = TerraformTraversal(expression) else { return }
        var steps = TerraformSteps(traversal)
        let isLookup = steps.isNext("data")
        if isLookup { _ = steps.name() }
        guard steps.name() == TerraformKind.flowType, let name = steps.name() else { return }
        guard let flow = (isLookup ? lookups : flows).first(where: { $0.name == name })?.body else { return }
        exported.trigger.target = Self.key(flow).map { .flow($0) }
        if !isLookup { exported.flowFile = Self.path(flow["filepath"]) }
    }

    /// A data action, or `nil` if only Terraform can evaluate its template.
    private static func action(
        _ body: Block,
        at address: String,
        in file: String,
        flows: [(name: String, body: Block)]
    ) -> DataActionText? {
        guard let request = blocks(body["config_request"]).first else { return nil }
        func text(_ value: JSONValue?) -> String? {
            guard case .string(var text)? = value else { return nil }
            for (name, body) in flows {
                guard let key = key(body) else { continue }
                text = text.replacing("${\(TerraformKind.flowType).\(name).id}", with: FlowID(madeFor: key).text)
            }
            return literal(text)
        }
        var action = PlannedDataAction(address: address, headerValues: [:])
        action.urlTemplate = text(request["request_url_template"]).map { .known($0) }
        action.requestTemplate = text(request["request_template"]).map { .known($0) }
        action.requestType = text(request["request_type"])
        action.inputSchema = text(body["contract_input"])
        return action.exportText.map {
            DataActionText(
                name: text(body["name"]) ?? address,
                category: text(body["category"]),
                text: $0,
                at: Place(file: file)
            )
        }
    }

    /// A trigger, or `nil` if a part of it is an expression.
    private static func trigger(_ body: Block) -> TerraformExport.Exported? {
        let settings = blocks(body["target"]).first.map { blocks($0["workflow_target_settings"]) }?.first ?? [:]
        guard let name = text(body["name"]), let topic = text(body["topic_name"]), let match = criteria(body),
            let enabled = isSet(body["enabled"]) ? boolean(body["enabled"]) : false,
            let ttl = seconds(body["event_ttl_seconds"]), let delay = seconds(body["delay_by_seconds"])
        else { return nil }
        var format: Trigger.DataFormat?
        if isSet(settings["data_format"]) {
            guard let known = text(settings["data_format"]).flatMap(Trigger.DataFormat.init(rawValue:)) else {
                return nil
            }
            format = known
        }
        return TerraformExport.Exported(
            trigger: Trigger(
                name: name,
                topic: topic,
                dataFormat: format,
                isEnabled: enabled,
                match: match,
                // The provider treats zero as not set.
                eventTTLSeconds: ttl == 0 ? nil : ttl,
                delayBySeconds: delay == 0 ? nil : delay
            )
        )
    }

    /// The criteria, written as a JSON text or as `jsonencode` of JSON, or `nil` if they are another expression.
    private static func criteria(_ body: Block) -> [Criterion]? {
        guard isSet(body["match_criteria"]) else { return [] }
        guard case .string(let written)? = body["match_criteria"] else { return nil }
        var json = literal(written)
        if let expression = expression(written), expression.hasPrefix("jsonencode("), expression.hasSuffix(")") {
            json = String(expression.dropFirst("jsonencode(".count).dropLast())
        }
        guard let json else { return nil }
        return try? (JSONDecoder().decode([TerraformCriterion]?.self, from: Data(json.utf8)) ?? []).map(\.criterion)
    }

    /// The type and name of a flow or a lookup, or `nil` if one of the two is unknown.
    private static func key(_ body: Block) -> FlowKey? {
        guard let name = text(body["name"]) else { return nil }
        guard isSet(body["type"]) else { return nil }
        return text(body["type"]).flatMap { FlowType($0) }.map { FlowKey(type: $0, name: name) }
    }

    /// A file's path, relative to the configuration's folder.
    private static func path(_ value: JSONValue?) -> String? {
        guard case .string(let text)? = value else { return nil }
        let start = "${path.module}/"
        return literal(text.hasPrefix(start) ? String(text.dropFirst(start.count)) : text)
    }
}

// MARK: Terraform's JSON syntax

extension TerraformExportReader {
    /// The resources of a type, in order of name.
    private static func resources(_ type: String, in value: JSONValue?) -> [(name: String, body: Block)] {
        blocks(value).flatMap { blocks($0[type]) }
            .flatMap { named in named.flatMap { name, value in blocks(value).map { (name: name, body: $0) } } }
            .sorted { $0.name < $1.name }
    }

    /// The blocks in a value, which is a block or a list of blocks, nested to any depth.
    private static func blocks(_ value: JSONValue?) -> [Block] {
        switch value {
        case .object(let block)?: [block]
        case .array(let elements)?: elements.flatMap { blocks($0) }
        default: []
        }
    }

    private static func isSet(_ value: JSONValue?) -> Bool { value != nil && value != .null && value != .string("") }

    /// The expression between `${` and `}`, or `nil` if the text is more than one such expression.
    private static func expression(_ text: String) -> String? {
        guard text.hasPrefix("${"), text.hasSuffix("}") else { return nil }
        return text.dropFirst(2).dropLast().trimmingCharacters(in: .whitespaces)
    }

    /// A text with its escapes resolved, or `nil` if the text contains expressions.
    private static func literal(_ text: String) -> String? {
        let (dollar, percent) = ("\u{1}", "\u{2}")
        let bare = text.replacing("$${", with: dollar).replacing("%%{", with: percent)
        guard !bare.contains("${"), !bare.contains("%{") else { return nil }
        return bare.replacing(dollar, with: "${").replacing(percent, with: "%{")
    }

    private static func text(_ value: JSONValue?) -> String? {
        guard case .string(let text)? = value, let literal = literal(text), !literal.isEmpty else { return nil }
        return literal
    }

    private static func boolean(_ value: JSONValue?) -> Bool? {
        switch value {
        case .boolean(let value)?: value
        case .string("true")?: true
        case .string("false")?: false
        default: nil
        }
    }

    /// The seconds; zero if they aren't set, and `nil` if they are an expression.
    private static func seconds(_ value: JSONValue?) -> Int? {
        switch value {
        case .number(let text)?, .string(let text)?: text.isEmpty ? 0 : Int(text)
        case nil, .null?: 0
        default: nil
        }
    }
}
