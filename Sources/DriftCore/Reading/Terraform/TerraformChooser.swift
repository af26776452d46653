/// Chooses among the instances of a resource or a module.
///
/// A plan does not tell every key: it writes `x[each.key]` as `x` and `each.key`, and `x[each.key + 1]` no other way.
/// Such a key is taken as it is only where it fits for all who choose alike: each of their keys must be one of the
/// instances', and each of their numbers, in both directions.
struct TerraformChooser {
    private let inventory: TerraformInventory
    private var agreements: [Pair: Bool] = [:]

    /// What chooses an instance.
    struct Key: Hashable {
        /// The key with its quotes.
        var text: String
        /// The instances that choose alike, each by its own key; nil for a key that is written out.
        var among: TerraformInventory.Group?
    }

    /// What was chosen.
    struct Choice {
        /// What may come from the instances; nothing where all of it is known.
        var origins: [TerraformOrigin]
        /// Whether a key that is not written out was needed.
        var isSpent: Bool
    }

    private struct Pair: Hashable {
        var choosing: TerraformInventory.Group
        var chosen: TerraformInventory.Group
    }

    /// The most instances that are looked at where none can be chosen: two are already too many to decide.
    private static let enough = 4

    init(_ inventory: TerraformInventory) {
        self.inventory = inventory
    }

    /// The instance of a key that is written out, else that of the chosen key, else all that are pending.
    mutating func choice(of group: TerraformInventory.Group, written: Key?, chosen: Key?) -> Choice {
        let pending = inventory.pending[group] ?? [:]
        if let key = written { return Choice(origins: pending[key.text].map { [$0] } ?? [], isSpent: false) }
        if let key = chosen, agrees(key, with: group) {
            return Choice(origins: pending[key.text].map { [$0] } ?? [], isSpent: true)
        }
        let all = pending.sorted { ($0.key ?? "") < ($1.key ?? "") }
        return Choice(origins: all.prefix(Self.enough).map(\.value), isSpent: false)
    }

    private mutating func agrees(_ key: Key, with group: TerraformInventory.Group) -> Bool {
        guard let keys = inventory.keys[group], keys.contains(key.text) else { return false }
        guard let choosing = key.among else { return true }
        let pair = Pair(choosing: choosing, chosen: group)
        if let known = agreements[pair] { return known }
        let own = inventory.keys[choosing] ?? []
        let isText = key.text.hasPrefix("\"")
        agreements[pair] = isText ? own.isSubset(of: keys) : own == keys
        return agreements[pair] ?? false
    }
}
