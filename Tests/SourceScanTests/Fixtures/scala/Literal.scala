import scala.concurrent.Future

class Launcher(client: Client, base: String) {
  private val flowId = "7d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34"

  def launch(phone: String): Future[Response] = {
    val request = Map(
      "flowId" -> flowId,
      "inputData" -> Map("Flow.callerNumber" -> phone, """Flow.skills""" -> List("Flow.value", "a"))
    )
    client.post(s"$base/api/v2/flows/executions", request)
  }

  def launchOther(key: String): Future[Response] =
    client.post("/api/v2/flows/executions", Map("flowId" -> flowId, "inputData" -> Map(s"Flow.$key" -> 1)))

  def log(): Unit = println("Flow.other")
}
