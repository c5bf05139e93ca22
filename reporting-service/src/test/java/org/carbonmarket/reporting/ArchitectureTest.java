package org.carbonmarket.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.carbonmarket.reporting");

    @Test
    void noOtherServiceIsImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.carbonmarket.registry..",
                        "org.carbonmarket.trading..",
                        "org.carbonmarket.settlement..")
                .because("services talk through events only")
                .check(SERVICE);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching("org.carbonmarket.reporting.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that is part of a circle cannot be read alone")
                .check(SERVICE);
    }

    @Test
    void figuresAndFindingsKnowNoFramework() {
        classes()
                .that()
                .haveNameMatching(
                        ".*\\.(DailySheet|SheetDelta|Turnover|Change|Cumulative|Finding|Movement"
                                + "|HandOver|TradeLife|TradeCheck|Postings|Posting|TradePosting"
                                + "|AccountBook|Totals|DayState|Suspicions|AsOf)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.carbonmarket.events..",
                        "org.carbonmarket.reporting..")
                .because("what the market means must be testable in milliseconds")
                .check(SERVICE);
    }

    @Test
    void noFloatingPointComesNearMoney() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Double")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Float")
                .because("fen are counted, not approximated")
                .check(SERVICE);
    }
}
