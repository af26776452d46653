import DriftCore

extension ProjectOptions {
    /// The snapshots of an environment, whether there are any or not.
    func snapshots(of environment: EnvironmentName, in context: Context) -> SnapshotSource {
        SnapshotSource(folder: snapshotsPath + "/" + environment.text, context: context)
    }

    /// The environments that have snapshots, in order of name.
    func environmentsWithSnapshots(in context: Context) -> [EnvironmentName] {
        FolderWalk(context: context).folders(in: snapshotsPath).compactMap { EnvironmentName($0) }.sorted()
    }

    /// The environments that there are: those of the settings, or else those with snapshots.
    func environments(_ settings: Settings, in context: Context) -> [EnvironmentName] {
        settings.environments ?? environmentsWithSnapshots(in: context)
    }
}
