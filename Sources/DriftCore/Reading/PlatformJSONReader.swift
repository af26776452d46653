import Foundation
import StrictJSON

/// Reads JSON of the Platform API: configurations, flow listings and trigger listings.
struct PlatformJSONReader {
    let file: String

    /// Whether a text that can't be parsed as JSON is an error; otherwise the file is skipped.
    let isSurelyJSON: Bool

    /// Whether the JSON was decoded from an export, so that its line numbers aren't those of the file.
    var isEncoded = false

    func read(_ bytes: [UInt8]) throws(ReadingError) -> FlowFile {
        let document: PlatformDocument
        do {
            document = try JSONDecoder().decode(PlatformDocument.self, from: Data(bytes))
        } catch {
            guard isSurelyJSON else { return .skipped(reason: "the file contains no flow") }
            throw DecodingReport(file: file, isEncoded: isEncoded, bytes: bytes).readingError(error)
        }
        switch document {
        case .listing(let entities, let all):
            try refuseRepeatedMembers(bytes)
            return try page(entities.isEmpty ? emptyListing(bytes) : listing(entities), of: entities, all)
        case .entity(let entity):
            try refuseRepeatedMembers(bytes)
            return try self.entity(entity, in: bytes)
        case .other: return .skipped(reason: "the file is JSON, but neither a flow nor a trigger")
        }
    }

    private func refuseRepeatedMembers(_ bytes: [UInt8]) throws(ReadingError) {
        let remedy = "export or download the file again"
        if let repeated = ReadingError(repeatedMemberIn: bytes, file: file, isEncoded: isEncoded, remedy: remedy) {
            throw repeated
        }
    }

    /// The listing with what its page says about the whole listing, or only the listing if the page says nothing.
    private func page(_ listing: FlowFile, of entities: [PlatformEntity], _ all: ListedTotal) -> FlowFile {
        let page = ListingPage(
            listsFlows: entities.isEmpty ? listing.listsFlows : !entities.contains(where: \.isTrigger),
            count: entities.count,
            total: all.total,
            hasNext: !(all.nextUri ?? "").isEmpty,
            deleted: entities.filter { $0.deleted == true }.compactMap(\.key)
        )
        guard page.hasNext || page.total != nil || !page.deleted.isEmpty || entities.isEmpty else { return listing }
        return .page(listing, of: page)
    }

    /// An empty listing; only the file's name, or an address in the file, shows whether it lists flows or triggers.
    private func emptyListing(_ bytes: [UInt8]) -> FlowFile {
        let name = file.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        if name.contains("trigger") || text.contains("processautomation") { return .triggers([]) }
        return .skipped(reason: "the file is an empty listing; if it is one of triggers, name it triggers.json")
    }

    private func listing(_ entities: [PlatformEntity]) throws(ReadingError) -> FlowFile {
        let triggerCount = entities.count(where: \.isTrigger)
        guard triggerCount > 0 else {
            var entries: [FlowEntry] = []
            for entity in entities where entity.deleted != true { entries.append(try entry(entity)) }
            return .entries(entries)
        }
        var triggers: [Trigger] = []
        for entity in entities {
            guard entity.isTrigger else {
                throw error("The listing has triggers, but also an entity that isn't a trigger", entity)
            }
            triggers.append(try trigger(entity))
        }
        return .triggers(triggers)
    }

    private func entity(_ entity: PlatformEntity, in bytes: [UInt8]) throws(ReadingError) -> FlowFile {
        if entity.isTrigger { return .triggers([try trigger(entity)]) }
        guard entity.variables != nil || entity.flowSequenceItemList != nil else {
            return .entries([try entry(entity)])
        }
        return .flow(try flow(entity, in: bytes))
    }

    /// A flow from its configuration; ids in configurations are ignored, since they may be those of drafts.
    private func flow(_ entity: PlatformEntity, in bytes: [UInt8]) throws(ReadingError) -> Flow {
        guard let key = entity.key else { throw error("A flow has no name or no type", entity) }
        var (inputs, outputs) = try interface(entity.variables ?? [])
        if !inputs.isEmpty, let expressions = ConfigurationExpressions.of(bytes) {
            inputs = InputReads.inputs(inputs, outputs: outputs, reading: expressions)
        }
        return Flow(
            key: key,
            inputs: inputs,
            outputs: outputs,
            modules: try modules(entity),
            calls: ConfigurationCalls.of(bytes),
            file: file
        )
    }

    /// The copies of common modules in the published flow.
    private func modules(_ entity: PlatformEntity) throws(ReadingError) -> [ModuleCopy] {
        var modules: [ModuleCopy] = []
        for module in entity.commonModules ?? [] {
            guard let name = module.name?.nonEmpty, !modules.contains(where: { $0.name == name }) else { continue }
            let (inputs, outputs) = try interface(module.model?.variables ?? [])
            modules.append(ModuleCopy(name: name, inputs: inputs, outputs: outputs))
        }
        return modules
    }

    /// The inputs and outputs among variables; a duplicate name is an error, since a snapshot can't have it twice.
    private func interface(
        _ variables: [PlatformEntity.ConfigurationVariable]
    ) throws(ReadingError) -> (inputs: [Variable], outputs: [Variable]) {
        var (inputs, outputs): ([Variable], [Variable]) = ([], [])
        for declared in variables where declared.isInput == true || declared.isOutput == true {
            let variable = try variable(declared)
            guard !(inputs + outputs).contains(where: { $0.name == variable.name }) else {
                throw ReadingError("Variable '\(variable.name)' is declared twice", at: Place(file: file))
            }
            if declared.isInput == true { inputs.append(variable) }
            if declared.isOutput == true { outputs.append(variable) }
        }
        return (inputs, outputs)
    }

    private func variable(_ declared: PlatformEntity.ConfigurationVariable) throws(ReadingError) -> Variable {
        guard !declared.name.isEmpty else {
            throw ReadingError("A variable of the flow has no name", at: Place(file: file))
        }
        guard let code = declared.initialValue?.type ?? declared.typeIdentifier, !code.isEmpty else {
            throw ReadingError("Variable '\(declared.name)' has no type", at: Place(file: file))
        }
        var type = DataType(code: code)
        if declared.isCollection == true { type.isCollection = true }
        return Variable(
            name: declared.name,
            type: type,
            defaultText: declared.defaultText,
            isSecure: declared.isSecure ?? false
        )
    }

    func entry(_ entity: PlatformEntity) throws(ReadingError) -> FlowEntry {
        guard let key = entity.key else {
            throw error("A flow has no name or no type", entity)
        }
        return FlowEntry(
            key: key,
            id: entity.id.flatMap { FlowID($0) },
            division: entity.division?.name?.nonEmpty,
            publishedVersion: entity.publishedVersion?.id?.nonEmpty,
            availability: entity.publishedVersion == nil
                ? .unpublished : entity.active == false ? .inactive : .available
        )
    }

    func trigger(_ entity: PlatformEntity) throws(ReadingError) -> Trigger {
        guard let name = entity.name, !name.isEmpty else { throw error("A trigger has no name", entity) }
        let formatName = entity.target?.workflowTargetSettings?.dataFormat
        let format = formatName.flatMap(Trigger.DataFormat.init(rawValue:))
        if let formatName, format == nil {
            throw error("Trigger '\(name)' has unknown data format '\(formatName)'", entity)
        }
        return Trigger(
            name: name,
            topic: entity.topicName?.nonEmpty,
            dataFormat: format,
            isEnabled: entity.enabled ?? true,
            match: (entity.matchCriteria ?? []).map(\.criterion),
            eventTTLSeconds: entity.eventTTLSeconds,
            delayBySeconds: entity.delayBySeconds,
            target: entity.target?.id.flatMap { FlowID($0) }.map { .id($0) },
            id: entity.id
        )
    }

    private func error(_ problem: String, _ entity: PlatformEntity) -> ReadingError {
        ReadingError(problem + (entity.id.map { " (id \($0))" } ?? ""), at: Place(file: file))
    }
}

extension FlowFile {
    /// Whether an empty listing lists flows, or `nil` if that's unknown.
    fileprivate var listsFlows: Bool? {
        if case .triggers = self { false } else { nil }
    }
}

extension PlatformEntity {
    fileprivate var isTrigger: Bool { topicName != nil || target != nil || matchCriteria != nil }

    /// The flow's type and name, or `nil` if one is missing.
    fileprivate var key: FlowKey? {
        guard let type = type.flatMap({ FlowType($0) }), let name, !name.isEmpty else { return nil }
        return FlowKey(type: type, name: name)
    }
}

extension PlatformEntity.ConfigurationVariable {
    /// The text of the initial value, or `nil` if there is none; then the value is an `emp` in mode 3.
    ///
    /// An `emp` in mode 1 is an empty literal. Source: observed in real exports.
    fileprivate var defaultText: String? {
        guard let value = initialValue else { return nil }
        guard value.config?["emp"] != nil else { return value.text ?? "" }
        return value.uiMetaData?.mode == 1 ? "" : nil
    }
}

extension PlatformEntity.PlatformCriterion {
    /// The criterion, with null treated as a missing value.
    fileprivate var criterion: Criterion {
        let operand: Criterion.Operand? = values.map { .values($0) } ?? value.map { .value($0) }
        return Criterion(jsonPath: jsonPath, comparison: `operator`, operand: operand == .value(.null) ? nil : operand)
    }
}

extension String {
    /// The text, or `nil` if it's empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
