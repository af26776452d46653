/// The files of a git revision, including those behind links.
struct GitLinks {
    /// The objects of all files, by path from the repository's root.
    private(set) var objects: [String: String] = [:]

    /// The objects of links, by the link's path; the text of such an object is the link's target.
    private(set) var targets: [String: String] = [:]

    /// The paths that aren't files of the revision, with the reason.
    private(set) var strays: [String: Stray] = [:]

    /// A path whose files aren't in the revision.
    enum Stray {
        /// A link that leads out of the repository, to nothing, or to itself.
        case link

        /// A git submodule, which is another repository.
        case module

        var problem: String {
            switch self {
            case .link: "The link doesn't lead to a file of the revision"
            case .module: "The path is a submodule, whose files can't be read from a git revision"
            }
        }

        var fix: String {
            switch self {
            case .link: "make the link lead to a file of the repository, or check out the revision"
            case .module: "check out the revision with its submodules, and name the folder instead of the revision"
            }
        }
    }

    /// Parses the output of `git ls-tree -r -z`, without following links yet.
    init(_ output: [UInt8]) {
        for record in output.split(separator: 0) {
            let halves = record.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
            guard halves.count == 2 else { continue }
            let words = String(decoding: halves[0], as: UTF8.self).split(separator: " ")
            guard words.count == 3 else { continue }
            let path = String(decoding: halves[1], as: UTF8.self)
            switch words[0] {
            case "120000": targets[path] = String(words[2])
            case "160000": strays[path] = .module
            default: objects[path] = String(words[2])
            }
        }
    }

    /// Follows all links, including links to links; `texts` has the text of each link's object.
    mutating func follow(_ texts: [String: [UInt8]]) {
        var left = targets.compactMapValues { object in texts[object].map { String(decoding: $0, as: UTF8.self) } }
        for path in objects.keys { addFolders(above: path) }
        while !left.isEmpty {
            let count = left.count
            for (link, text) in left.sorted(by: { $0.key < $1.key }) {
                if let target = Self.path(text, from: link), take(link, from: target, before: left) { left[link] = nil }
            }
            guard left.count == count else { continue }
            // The remaining links lead nowhere, or to folders that contain such links.
            let dead = left.keys.filter { isDead($0, left) }
            for link in dead.isEmpty ? Array(left.keys) : dead {
                strays[link] = .link
                left[link] = nil
            }
        }
    }

    private var folders: Set<String> = []

    private mutating func addFolders(above path: String) {
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            guard folders.insert(String(folder)).inserted else { return }
        }
    }

    private func isDead(_ link: String, _ left: [String: String]) -> Bool {
        guard let target = left[link].flatMap({ Self.path($0, from: link) }) else { return true }
        let waits = left.keys.contains { $0 != link && (target == $0 || target.hasPrefix($0 + "/")) }
        return !folders.contains(target) && !waits
    }

    /// Adds the files that a link leads to.
    ///
    /// Returns `false` if no file or folder is known at the target yet, or if the folder has links that aren't followed
    /// yet.
    private mutating func take(_ link: String, from target: String, before left: [String: String]) -> Bool {
        if let object = objects[target] {
            objects[link] = object
            addFolders(above: link)
            return true
        }
        let folder = target + "/"
        // A link to a folder that contains the link itself would never end.
        guard folders.contains(target), !link.hasPrefix(folder) else { return false }
        guard !left.keys.contains(where: { $0.hasPrefix(folder) }) else { return false }
        for (path, object) in objects where path.hasPrefix(folder) {
            objects[link + "/" + path.dropFirst(folder.count)] = object
            addFolders(above: link + "/" + path.dropFirst(folder.count))
        }
        for (path, kind) in strays where path.hasPrefix(folder) {
            strays[link + "/" + path.dropFirst(folder.count)] = kind
        }
        return true
    }

    /// The path from the repository's root that a link's text leads to, or `nil` if it leads out of the repository.
    private static func path(_ text: String, from link: String) -> String? {
        guard !text.hasPrefix("/") else { return nil }
        var parts = link.split(separator: "/").dropLast().map(String.init)
        for part in text.split(separator: "/") where part != "." {
            guard part == ".." else {
                parts.append(String(part))
                continue
            }
            guard parts.popLast() != nil else { return nil }
        }
        return parts.joined(separator: "/")
    }
}
