package org.carbonmarket.trading.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Why: an engine that sees a clock or a framework is no function of its log any more. */
class EngineArchitectureTest {

    private static final String ENGINE = "org.carbonmarket.trading.engine..";

    private final JavaClasses engine =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.carbonmarket.trading.engine");

    @Test
    void theEngineKnowsTheJdkAgronaAndTheEventsOnly() {
        classes()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ENGINE,
                        "org.carbonmarket.events..",
                        "org.agrona..",
                        "org.jspecify.annotations..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.nio..",
                        "java.security..",
                        "javax.crypto..")
                .check(engine);
    }

    @Test
    void theEngineReadsNoClockAndTossesNoCoin() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, UUID.class, Thread.class)
                .check(engine);
    }

    @Test
    void theEnginesPackagesAreFreeOfCycles() {
        slices().matching("org.carbonmarket.trading.(**)").should().beFreeOfCycles().check(engine);
    }

    @Test
    void noFloatingPointComesNearMoney() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Double.class, Float.class, java.math.BigDecimal.class)
                .check(engine);
    }
}
