package dev.makeline.deploy;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AutoVerifiedAttrs;
import software.amazon.awscdk.services.cognito.CognitoDomainOptions;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientIdentityProvider;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;
import software.amazon.awscdk.services.cognito.UserPoolDomainOptions;
import software.constructs.Construct;

/// People who log in through Amazon Cognito, with a second factor. recipe-server is a client
/// without a secret: the code is bound to it by PKCE.
final class IdentityStack extends MakelineStack {

    static final String CALLBACK = "/v1/login/oidc/callback";

    private static final int SHORTEST_PASSWORD = 12;

    final UserPool people;
    final UserPoolClient client;

    IdentityStack(Construct scope, Environment environment) {
        super(scope, environment, "identity", "people who log in, and recipe-server as a client");
        people =
                UserPool.Builder.create(this, "People")
                        .userPoolName("makeline")
                        .selfSignUpEnabled(false)
                        .signInAliases(SignInAliases.builder().email(true).build())
                        .signInCaseSensitive(false)
                        .autoVerify(AutoVerifiedAttrs.builder().email(true).build())
                        .accountRecovery(AccountRecovery.EMAIL_ONLY)
                        .mfa(Mfa.REQUIRED)
                        .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
                        .passwordPolicy(
                                PasswordPolicy.builder()
                                        .minLength(SHORTEST_PASSWORD)
                                        .requireDigits(true)
                                        .requireLowercase(true)
                                        .requireUppercase(true)
                                        .requireSymbols(true)
                                        .build())
                        .deletionProtection(environment.keepsData())
                        .removalPolicy(dataRemoval())
                        .build();
        Exempt.from(
                people,
                "AwsSolutions-COG3",
                "Threat protection needs the plan Plus, which is paid for by each person; a second factor is asked of everybody.");
        people.addDomain(
                "Domain",
                UserPoolDomainOptions.builder()
                        .cognitoDomain(
                                CognitoDomainOptions.builder()
                                        .domainPrefix("makeline-" + site().account())
                                        .build())
                        .build());
        client =
                people.addClient(
                        "RecipeServer",
                        UserPoolClientOptions.builder()
                                .userPoolClientName("recipe-server")
                                .generateSecret(false)
                                .preventUserExistenceErrors(true)
                                .enableTokenRevocation(true)
                                .idTokenValidity(Duration.minutes(15))
                                .accessTokenValidity(Duration.minutes(15))
                                .supportedIdentityProviders(
                                        List.of(UserPoolClientIdentityProvider.COGNITO))
                                .oAuth(
                                        OAuthSettings.builder()
                                                .flows(
                                                        OAuthFlows.builder()
                                                                .authorizationCodeGrant(true)
                                                                .build())
                                                .scopes(
                                                        List.of(
                                                                OAuthScope.OPENID,
                                                                OAuthScope.EMAIL,
                                                                OAuthScope.PROFILE))
                                                .callbackUrls(List.of(site().url() + CALLBACK))
                                                .logoutUrls(List.of(site().url() + "/"))
                                                .build())
                                .build());
    }

    String issuer() {
        return "https://cognito-idp.%s.amazonaws.com/%s"
                .formatted(site().region(), people.getUserPoolId());
    }
}
