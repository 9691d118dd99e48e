package dev.makeline.server.account;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What somebody types to say who they are: a username or an e-mail address.
final class LoginName {

    /// No username or address is longer, and no key of DynamoDB may be much longer.
    private static final int LONGEST = 254;

    private LoginName() {}

    /// The same for all spellings that count as the same; a text that names nobody for what can be
    /// no name at all.
    static String fold(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            return "-";
        }
        return isEmail(name) ? EmailAddress.fold(name) : Username.fold(name);
    }

    static Map<String, AttributeValue> claim(String typed) {
        String folded = fold(typed);
        return isEmail(folded) ? AccountKeys.email(folded) : AccountKeys.username(folded);
    }

    /// No username has an @.
    private static boolean isEmail(String name) {
        return name.indexOf('@') >= 0;
    }
}
