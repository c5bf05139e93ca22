package org.carbonmarket.settlement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses settlement =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.carbonmarket.settlement");

    @Test
    void settlementKnowsNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.carbonmarket.registry..",
                        "org.carbonmarket.trading..",
                        "org.carbonmarket.reporting..")
                .because("services talk through events only")
                .check(settlement);
    }

    @Test
    void theLedgersRulesKnowNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("org.carbonmarket.settlement.funds")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "java.sql..", "org.apache.kafka..")
                .because("what is hard must be testable without a container")
                .check(settlement);
    }

    @Test
    void onlyTheLedgerSealsPostings() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.carbonmarket.settlement.funds.ledger")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.carbonmarket.ledger.Chain")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.carbonmarket.ledger.postings")
                .because("money has one writer")
                .check(settlement);
    }

    @Test
    void timeAndChanceComeFromOutside() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callConstructor(Random.class)
                .because("the business clock is the one source of time")
                .check(settlement);
    }

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("org.carbonmarket.settlement.(*)..")
                .should()
                .beFreeOfCycles()
                .check(settlement);
    }
}
