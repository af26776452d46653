/// Chooses instances of a resource or a module by a key, as an expression such as `x[each.key]` does.
///
/// A plan doesn't show the whole key: for `x[each.key]` it lists the references `x` and `each.key`, and it lists the
/// same two for `x[each.key + 1]`. So the chooser only assumes that `each.key` itself is the key if that works for all
/// instances of the choosing resource. Their text keys must all be keys of the chosen resource; their number keys must
/// be exactly its keys.
struct TerraformChooser {
    private let inventory: TerraformInventory
    private var agreements: [Pair: Bool] = [:]

    /// The key that chooses an instance.
    struct Key: Hashable {
        /// The key with its quotes.
        var text: String
        /// The choosing resource, each of whose instances chooses by its own key, or `nil` for a literal key.
        var among: TerraformInventory.Group?
    }

    struct Choice {
        /// The possible origins of the value in the chosen instances; empty if all their ids are known.
        var origins: [TerraformOrigin]
        /// Whether a key that isn't literal made the choice, so that it can't be used again.
        var isSpent: Bool
    }

    private struct Pair: Hashable {
        var choosing: TerraformInventory.Group
        var chosen: TerraformInventory.Group
    }

    /// The maximum number of instances to return if the key doesn't choose one; two already make the answer ambiguous.
    private static let enough = 4

    init(_ inventory: TerraformInventory) {
        self.inventory = inventory
    }

    /// The instance with the literal key; without one, that with the chosen key; without both, all pending instances.
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
