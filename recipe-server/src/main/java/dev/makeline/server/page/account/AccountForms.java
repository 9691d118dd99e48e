package dev.makeline.server.page.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.page.layout.Form;
import dev.makeline.server.request.JsonFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a person wrote into the forms of the page, as the API takes it.
final class AccountForms {

    private AccountForms() {}

    static JsonFields fields(Form form, List<String> names) {
        Map<String, String> fields = new HashMap<>();
        names.forEach(name -> fields.put(name, form.text(name)));
        return JsonFields.of(fields);
    }

    /// JSON as for `POST /v1/tokens`.
    static byte[] token(Form form) {
        ObjectNode token = ProtocolJson.mapper().createObjectNode();
        token.put("name", form.text("name"));
        form.all("scope").forEach(token.putArray("scopes")::add);
        String days = form.text("expiresInDays").strip();
        if (days.matches("-?[0-9]{1,9}")) {
            token.put("expiresInDays", Integer.parseInt(days));
        }
        return ProtocolJson.write(token).getBytes(UTF_8);
    }
}
