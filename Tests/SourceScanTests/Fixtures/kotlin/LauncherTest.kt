class LauncherTest {
    @Test
    fun `launches the flow`() {
        api.postFlowsExecutions(mapOf("flowId" to "8d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"))
    }
}
