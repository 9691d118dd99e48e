package dev.makeline.system.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

@AnalyzeClasses(packages = "dev.makeline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String RECIPE_MODEL = "dev.makeline.recipe..";
    private static final String RECIPE_DOCUMENTS = "dev.makeline.document..";
    private static final String PROTOCOL = "dev.makeline.protocol..";
    private static final String OPERATIONS = "dev.makeline.operations..";
    private static final String WATCHER = "dev.makeline.watcher..";
    private static final String SENDER = "dev.makeline.sender..";
    private static final String PROCESSOR = "dev.makeline.processor..";
    private static final String SERVER = "dev.makeline.server..";
    private static final String LOCAL_AWS = "dev.makeline.local..";
    private static final String LAUNCHER = "dev.makeline.launcher..";
    private static final String[] SERVICES = {WATCHER, SENDER, PROCESSOR, SERVER};

    @ArchTest
    static final ArchRule recipeModelSeesTheJdkAlone =
            classes()
                    .that()
                    .resideInAPackage(RECIPE_MODEL)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(RECIPE_MODEL, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule recipeDocumentsSeeTheModelJacksonAndJsoup =
            classes()
                    .that()
                    .resideInAPackage(RECIPE_DOCUMENTS)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            RECIPE_DOCUMENTS,
                            RECIPE_MODEL,
                            "java..",
                            "org.jspecify..",
                            "com.fasterxml.jackson..",
                            "org.jsoup..");

    @ArchTest
    static final ArchRule protocolKnowsNoFrameworkAndNoService =
            noClasses()
                    .that()
                    .resideInAPackage(PROTOCOL)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.micronaut..",
                            "jakarta..",
                            "javax..",
                            OPERATIONS,
                            RECIPE_MODEL,
                            RECIPE_DOCUMENTS,
                            WATCHER,
                            SENDER,
                            PROCESSOR,
                            SERVER,
                            LOCAL_AWS,
                            LAUNCHER);

    @ArchTest
    static final ArchRule operationsHoldNothingOfAnyOneService =
            noClasses()
                    .that()
                    .resideInAPackage(OPERATIONS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            WATCHER,
                            SENDER,
                            PROCESSOR,
                            SERVER,
                            LOCAL_AWS,
                            LAUNCHER,
                            RECIPE_MODEL,
                            RECIPE_DOCUMENTS);

    @ArchTest static final ArchRule theWatcherKnowsNoOtherPart = standsAlone(WATCHER);

    @ArchTest static final ArchRule theSenderKnowsNoOtherPart = standsAlone(SENDER);

    @ArchTest static final ArchRule theProcessorKnowsNoOtherPart = standsAlone(PROCESSOR);

    @ArchTest static final ArchRule theServerKnowsNoOtherPart = standsAlone(SERVER);

    @ArchTest
    static final ArchRule theWatcherKnowsNothingOfRecipes =
            noClasses()
                    .that()
                    .resideInAPackage(WATCHER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(RECIPE_MODEL, RECIPE_DOCUMENTS);

    @ArchTest
    static final ArchRule localAwsIsAnyonesAws =
            noClasses()
                    .that()
                    .resideInAPackage(LOCAL_AWS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            WATCHER,
                            SENDER,
                            PROCESSOR,
                            SERVER,
                            LAUNCHER,
                            RECIPE_MODEL,
                            RECIPE_DOCUMENTS);

    @ArchTest
    static final ArchRule theLauncherStartsServicesAsProcessesAlone =
            noClasses()
                    .that()
                    .resideInAPackage(LAUNCHER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule packagesAreNamedForFeatures =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..util..",
                            "..utils..",
                            "..common..",
                            "..helper..",
                            "..helpers..",
                            "..manager..",
                            "..impl..",
                            "..misc..",
                            "..base..");

    @ArchTest
    static final ArchRule classesAreNamedForWhatTheyAre =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule noPackagesDependOnEachOtherInACircle =
            slices().matching("dev.makeline.(**)").should().beFreeOfCycles();

    /// But for the one that holds the logger of a library at a level.
    @ArchTest
    static final ArchRule logsGoThroughSlf4j =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.makeline.local.LocalDynamoDb")
                    .should(GeneralCodingRules.USE_JAVA_UTIL_LOGGING);

    @ArchTest
    static final ArchRule dependenciesComeThroughConstructors =
            fields().should()
                    .notBeAnnotatedWith("jakarta.inject.Inject")
                    .andShould()
                    .notBeAnnotatedWith("javax.inject.Inject")
                    .andShould()
                    .notBeAnnotatedWith("io.micronaut.context.annotation.Value")
                    .andShould()
                    .notBeAnnotatedWith("io.micronaut.context.annotation.Property");

    @ArchTest
    static final ArchRule onlyServicesAndOperationsKnowMicronaut =
            noClasses()
                    .that(not(resideInAnyPackage(WATCHER, SENDER, PROCESSOR, SERVER, OPERATIONS)))
                    .should(dependOnClassesThat(resideInAPackage("io.micronaut..")));

    private static ArchRule standsAlone(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service)
                .should(
                        dependOnClassesThat(
                                resideInAnyPackage(
                                                WATCHER, SENDER, PROCESSOR, SERVER, LOCAL_AWS,
                                                LAUNCHER)
                                        .and(not(resideInAPackage(service)))));
    }
}
