package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.account.Account;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// On a server whose DynamoDB takes no audit event by itself: what is on record was written with
/// what it tells of.
class RecordedWithTheChangeTest {

    private static final RunningServer SERVER =
            RunningServer.start(Map.of(), refusingEventsAlone(RunningServer.shared().dynamoDb()));

    private final Person person = Person.any();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void registration() {
        SERVER.register(person);

        assertThat(recordedOf(SERVER.account(person))).containsExactly("account-registered");
    }

    @Test
    void refusedRegistrationIsOnRecordToo() {
        SERVER.register(person);

        SERVER.register(person);

        assertThat(AuditTrail.of(SERVER).actions()).contains("registration-refused");
    }

    @Test
    void changesOfAnAccountUntilItIsGone() {
        SERVER.register(person);
        Account account = SERVER.account(person);
        Api admin = new People(SERVER).admin().api();
        assertThat(admin.post("/v1/users/admins", Person.any().json()).status()).isEqualTo(201);

        int renamed = own(account, "PATCH", "", Map.of("firstName", "Grace"));
        int given =
                admin.send(
                                "PATCH",
                                "/v1/users/" + account.id(),
                                BodyPublishers.ofString("{\"role\":\"admin\"}"))
                        .status();
        int taken =
                admin.send(
                                "PATCH",
                                "/v1/users/" + account.id(),
                                BodyPublishers.ofString("{\"role\":\"user\",\"state\":\"active\"}"))
                        .status();
        int changed =
                own(
                        account,
                        "PUT",
                        "/password",
                        Map.of("password", person.password(), "newPassword", "a better secret"));
        int deleted = own(account, "DELETE", "", Map.of("password", "a better secret"));

        assertThat(new int[] {renamed, given, taken, changed, deleted})
                .containsExactly(200, 200, 200, 204, 204);
        assertThat(recordedOf(account))
                .containsExactlyInAnyOrder(
                        "account-registered",
                        "account-renamed",
                        "role-changed",
                        "role-changed",
                        "account-state-changed",
                        "password-changed",
                        "account-deleted");
    }

    @Test
    void deletionsOfAFile() {
        People.Person owner = new People(SERVER).user("Erika", "Muster");
        Api elsewhere = new Api(RunningServer.shared().uri(), owner.api().token());
        String fileId = new Files(elsewhere).upload("plums.txt", "Plums.\n");
        Files files = new Files(owner.api());

        assertThat(files.delete(fileId).status()).isEqualTo(204);
        assertThat(owner.api().post("/v1/files/" + fileId + "/restoration", "").status())
                .isEqualTo(200);
        assertThat(files.purge(fileId).status()).isEqualTo(204);

        assertThat(AuditTrail.of(SERVER).ofTarget(fileId))
                .extracting(entry -> entry.action())
                .endsWith("file-deleted", "file-restored", "file-purged");
    }

    private static int own(
            Account account, String method, String path, Map<String, String> fields) {
        return SERVER.loggedIn(account)
                .send(
                        method,
                        "/v1/users/me" + path,
                        BodyPublishers.ofString(ProtocolJson.write(fields)))
                .status();
    }

    private static List<String> recordedOf(Account account) {
        return AuditTrail.of(SERVER).ofTarget(account.id().value()).stream()
                .map(entry -> entry.action())
                .toList();
    }

    private static DynamoDbClient refusingEventsAlone(DynamoDbClient real) {
        return (DynamoDbClient)
                Proxy.newProxyInstance(
                        DynamoDbClient.class.getClassLoader(),
                        new Class<?>[] {DynamoDbClient.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("transactWriteItems")
                                    && isOfEventsAlone(request(arguments[0]))) {
                                throw ProvisionedThroughputExceededException.builder()
                                        .message("Too busy for events")
                                        .build();
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @SuppressWarnings("unchecked") // the two forms that the client's method has
    private static TransactWriteItemsRequest request(Object argument) {
        return argument instanceof TransactWriteItemsRequest request
                ? request
                : TransactWriteItemsRequest.builder()
                        .applyMutation((Consumer<TransactWriteItemsRequest.Builder>) argument)
                        .build();
    }

    private static boolean isOfEventsAlone(TransactWriteItemsRequest request) {
        return request.transactItems().stream().allMatch(RecordedWithTheChangeTest::isEvent);
    }

    private static boolean isEvent(TransactWriteItem item) {
        return item.put() != null
                && Attributes.requiredText(item.put().item(), AccountsTable.SUBJECT)
                        .startsWith("audit#");
    }
}
