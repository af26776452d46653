/// The files of a git revision, with what links among them lead to.
struct GitLinks {
    /// The objects of all files by path from the repository's root.
    private(set) var objects: [String: String] = [:]

    /// The objects of links, whose text is where they lead, by path.
    private(set) var targets: [String: String] = [:]

    /// What is no file of the revision, by path.
    private(set) var strays: [String: Stray] = [:]

    /// Something whose files the revision does not have.
    enum Stray {
        /// A link that leads out of the repository, to nothing, or to itself.
        case link

        /// A module of git's, which is another repository.
        case module

        /// What is wrong with it.
        var problem: String {
            switch self {
            case .link: "The link leads to nothing in that revision"
            case .module: "It is a submodule, whose files are not read from a revision"
            }
        }

        /// What to do about it.
        var wayOut: String {
            switch self {
            case .link: "link to a file of the repository, or check the revision out"
            case .module: "check the revision out with its submodules, and name the folder"
            }
        }
    }

    /// Takes what `git ls-tree -r -z` prints; links are not followed yet.
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

    /// Follows the links, those that lead to links too.
    ///
    /// - Parameter texts: What each link's object holds.
    mutating func follow(_ texts: [String: [UInt8]]) {
        var left = targets.compactMapValues { object in texts[object].map { String(decoding: $0, as: UTF8.self) } }
        var hasFollowed = true
        while hasFollowed {
            hasFollowed = false
            for (link, text) in left.sorted(by: { $0.key < $1.key }) {
                guard let target = Self.path(text, from: link), take(link, from: target) else { continue }
                left[link] = nil
                hasFollowed = true
            }
        }
        for link in left.keys { strays[link] = .link }
    }

    /// Adds the file or the files that a link leads to; false where there is none yet.
    private mutating func take(_ link: String, from target: String) -> Bool {
        if let object = objects[target] {
            objects[link] = object
            return true
        }
        let folder = target + "/"
        // A link to a folder that it is in itself would lead on for ever.
        guard !link.hasPrefix(folder) else { return false }
        let inside = objects.filter { $0.key.hasPrefix(folder) }
        for (path, object) in inside { objects[link + "/" + path.dropFirst(folder.count)] = object }
        return !inside.isEmpty
    }

    /// Where a link's text leads from the repository's root; nil where that is outside.
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
