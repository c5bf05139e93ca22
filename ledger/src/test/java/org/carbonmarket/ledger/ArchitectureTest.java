package org.carbonmarket.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses ledger =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.carbonmarket.ledger");

    @Test
    void theChainKnowsNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("org.carbonmarket.ledger")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.carbonmarket.ledger")
                .because("an auditor verifies a ledger without a container")
                .check(ledger);
    }

    @Test
    void noServiceIsKnownHere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.carbonmarket.registry..",
                        "org.carbonmarket.trading..",
                        "org.carbonmarket.settlement..",
                        "org.carbonmarket.reporting..")
                .because("what is shared has no owner among the services")
                .check(ledger);
    }
}
