package org.carbonmarket.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses REGISTRY =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.carbonmarket.registry");

    @Test
    void theLedgersRulesKnowNoFramework() {
        classes()
                .that()
                .resideInAPackage("org.carbonmarket.registry.holdings")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.carbonmarket.events..",
                        "org.carbonmarket.ledger",
                        "org.carbonmarket.registry.holdings")
                .because("title is decided by rules that can be read and tested alone")
                .check(REGISTRY);
    }

    @Test
    void thePlansRulesAndTheirFormulasKnowNoFramework() {
        classes()
                .that()
                .resideInAnyPackage(
                        "org.carbonmarket.registry.rulesets",
                        "org.carbonmarket.registry.allocation.formula")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.carbonmarket.events..",
                        "org.carbonmarket.registry.rulesets",
                        "org.carbonmarket.registry.allocation.formula")
                .because("what a unit is due is computed by rules that can be read alone")
                .check(REGISTRY);
    }

    @Test
    void whatDecidesKnowsNoFramework() {
        classes()
                .that()
                .haveSimpleNameStartingWith("Delivery")
                .and()
                .haveSimpleNameNotEndingWith("Table")
                .and()
                .haveSimpleNameNotEndingWith("Listener")
                .or()
                .haveSimpleName("Account")
                .or()
                .haveSimpleName("Product")
                .or()
                .haveSimpleName("UnitFile")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.apache.commons.csv..",
                        "org.carbonmarket.events..",
                        "org.carbonmarket.ledger",
                        "org.carbonmarket.registry..")
                .check(REGISTRY);
    }

    @Test
    void onlyTheLedgerSealsPostings() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.carbonmarket.registry.holdings.ledger")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.carbonmarket.ledger.Chain")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.carbonmarket.ledger.postings")
                .because("holdings have one writer")
                .check(REGISTRY);
    }

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching("org.carbonmarket.registry.(**)")
                .should()
                .beFreeOfCycles()
                .check(REGISTRY);
    }

    @Test
    void noOtherServiceIsImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.carbonmarket.trading..",
                        "org.carbonmarket.settlement..",
                        "org.carbonmarket.reporting..")
                .because("services talk through Kafka only")
                .check(REGISTRY);
    }

    @Test
    void timeAndChanceComeFromOutside() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callConstructor(Random.class)
                .because("business time is the business clock's")
                .check(REGISTRY);
    }
}
