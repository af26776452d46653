class Flows(private val http: Http) {
    fun launch(body: LaunchBody): String = http.post("/api/v2/flows/executions", body).id

    fun status(id: String) = http.get("/api/v2/flows/executions/$id")
}
