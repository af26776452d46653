import DriftCore
import SourceText

extension ProjectOptions {
    /// The snapshots of an environment, whether there are any or not.
    func snapshots(of environment: EnvironmentName, in context: Context) -> SnapshotSource {
        SnapshotSource(folder: snapshotsPath + "/" + environment.text, context: context)
    }

    /// The environments that have snapshots, in order of name.
    func environmentsWithSnapshots(in context: Context) throws(ReadingError) -> [EnvironmentName] {
        try FolderWalk(context: context).folders(in: snapshotsPath).compactMap { EnvironmentName($0) }.sorted()
    }

    /// The environments that there are: those of the settings, or else those with snapshots.
    func environments(_ settings: Settings, in context: Context) throws(ReadingError) -> [EnvironmentName] {
        if let environments = settings.environments { return environments }
        return try environmentsWithSnapshots(in: context)
    }
}

extension Check {
    /// The environments that there are; nil where they cannot be listed, which is a problem beside what was found.
    mutating func environments(
        of project: ProjectOptions,
        _ settings: Settings,
        in context: Context
    ) -> [EnvironmentName]? {
        do throws(ReadingError) {
            return try project.environments(settings, in: context)
        } catch {
            add(error)
            return nil
        }
    }
}
