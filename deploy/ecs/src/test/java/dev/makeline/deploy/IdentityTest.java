package dev.makeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.deploy.Installation.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NeedsNode
class IdentityTest {

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void peopleAreInvitedAndHaveASecondFactor(Installation installation) {
        Resource people = one(installation, "AWS::Cognito::UserPool");

        assertThat(people.at("/AdminCreateUserConfig/AllowAdminCreateUserOnly").asBoolean())
                .isTrue();
        assertThat(people.at("/MfaConfiguration").asText()).isEqualTo("ON");
        assertThat(people.at("/EnabledMfas").toString()).isEqualTo("[\"SOFTWARE_TOKEN_MFA\"]");
        assertThat(people.at("/Policies/PasswordPolicy/MinimumLength").asInt()).isEqualTo(12);
    }

    /// The code that a log in brings is bound to the server by PKCE, so that there is no secret.
    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void recipeServerIsAClientThatTakesCodesAtItsOwnAddress(Installation installation) {
        Resource client = one(installation, "AWS::Cognito::UserPoolClient");

        assertThat(client.at("/GenerateSecret").asBoolean()).isFalse();
        assertThat(client.at("/AllowedOAuthFlows").toString()).isEqualTo("[\"code\"]");
        assertThat(client.at("/AllowedOAuthScopes").toString())
                .isEqualTo("[\"openid\",\"email\",\"profile\"]");
        assertThat(client.at("/PreventUserExistenceErrors").asText()).isEqualTo("ENABLED");
        assertThat(Installation.elements(client.at("/CallbackURLs")).map(JsonNode::asText))
                .containsExactly(
                        server(installation).environment().get("MAKELINE_OIDC_REDIRECT_URI"));
    }

    @ParameterizedTest
    @MethodSource("dev.makeline.deploy.Installation#both")
    void theIssuerIsThePoolOfThatRegion(Installation installation) {
        assertThat(server(installation).environment().get("MAKELINE_OIDC_ISSUER"))
                .startsWith("https://cognito-idp.us-east-1.amazonaws.com/");
    }

    private static Container server(Installation installation) {
        return Container.of(
                installation.resource(
                        "AWS::ECS::TaskDefinition", "/Family", "makeline-recipe-server"));
    }

    private static Resource one(Installation installation, String type) {
        assertThat(installation.resources(type)).hasSize(1);
        return installation.resources(type).findFirst().orElseThrow();
    }
}
