class StubTest {
    @Test
    void launches() {
        stubFor(post(urlEqualTo("/api/v2/flows/executions")).willReturn(okJson("{\"id\": \"1\"}")));
        new Launcher().launch(api, "Flow.notAnInput?");
        verify(postRequestedFor(urlEqualTo("/api/v2/flows/executions")));
    }
}
