import DriftCLI

await runFlowdrift()
