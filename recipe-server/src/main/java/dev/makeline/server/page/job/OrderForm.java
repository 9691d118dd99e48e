package dev.makeline.server.page.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.job.JobKindDescription;
import dev.makeline.server.page.layout.Form;

/// What a person wrote into the form of a job, as the API takes it.
final class OrderForm {

    private OrderForm() {}

    /// JSON as for `POST /v1/jobs`.
    static ObjectNode order(JobKindDescription kind, Form form) {
        ObjectNode order = ProtocolJson.mapper().createObjectNode();
        order.put("kind", kind.name());
        if (kind.takesFile()) {
            order.put("fileId", form.text("fileId"));
        }
        ObjectNode parameters = order.putObject("parameters");
        ParameterField.of(kind, form).forEach(field -> field.putInto(parameters));
        form.field("priority").ifPresent(priority -> order.put("priority", priority));
        form.field("resourceClass").ifPresent(size -> order.put("resourceClass", size));
        return order;
    }
}
