const Status = ({ id }) => <a href={`/api/v2/flows/executions/${id}`}>isn't {/* flows/executions */} done</a>;
