extension FlowChange {
    /// The two sides of the change as texts.
    public var contrast: Contrast {
        switch self {
        case .inputAdded(let variable), .outputAdded(let variable): Contrast(from: nil, to: variable)
        case .inputRemoved(let variable), .outputRemoved(let variable): Contrast(from: variable, to: nil)
        case .inputOpen(let variable, let name), .outputOpen(let variable, let name): Contrast(variable.name, name)
        case .inputChanged(let old, let new), .outputChanged(let old, let new): Contrast(from: old, to: new)
        case .inputReadsChanged(let old, let new): Contrast(Self.reads(old), Self.reads(new))
        case .triggerAdded(let trigger): Contrast(nil, trigger.name)
        case .triggerRemoved(let trigger): Contrast(trigger.name, nil)
        case .triggerChanged(let old, let new): Self.contrast(old, new)
        case .availabilityChanged(let old, let new): Contrast(old.rawValue, new.rawValue)
        case .divisionChanged(let old, let new): Contrast(old, new)
        }
    }

    private static func reads(_ variable: Variable) -> String? {
        variable.reads.map { reads in
            let paths = reads.paths.isEmpty ? "" : " at " + reads.paths.map(\.description).joined(separator: ", ")
            return "\(variable.name): \(extentPhrase(reads))\(paths)"
        }
    }

    private static func contrast(_ old: Trigger, _ new: Trigger) -> Contrast {
        let settings = settings(old, new)
        let text = { (side: (String, String?)) in "\(side.0): \(side.1 ?? "not set")" }
        return Contrast(
            settings.map { text(($0.name, $0.old)) }.joined(separator: ", "),
            settings.map { text(($0.name, $0.new)) }.joined(separator: ", ")
        )
    }
}
