/// Chooses instances of a resource or a module by a key.
///
/// A plan doesn't show every key: it writes `x[each.key]` as `x` and `each.key`, and `x[each.key + 1]` the same way. So
/// such a key is only used as it is if that works for all instances that choose alike: text keys must all be keys of
/// the chosen instances, and number keys must be exactly the same.
struct TerraformChooser {
    private let inventory: TerraformInventory
    private var agreements: [Pair: Bool] = [:]

    /// The key that chooses an instance.
    struct Key: Hashable {
        /// The key with its quotes.
        var text: String
        /// The instances that choose in the same way, each by its own key, or `nil` for a literal key.
        var among: TerraformInventory.Group?
    }

    struct Choice {
        /// The possible origins in the chosen instances; empty if everything in them is known.
        var origins: [TerraformOrigin]
        /// Whether a key that isn't literal was used.
        var isSpent: Bool
    }

    private struct Pair: Hashable {
        var choosing: TerraformInventory.Group
        var chosen: TerraformInventory.Group
    }

    /// The maximum number of instances to return if none can be chosen; two are already ambiguous.
    private static let enough = 4

    init(_ inventory: TerraformInventory) {
        self.inventory = inventory
    }

    /// The instance with the literal key, else the one with the chosen key, else all pending ones.
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
