package org.carbonmarket.trading;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Random;
import java.util.UUID;
import org.carbonmarket.trading.engine.MarketView;
import org.carbonmarket.trading.engine.auction.SealedBid;
import org.junit.jupiter.api.Test;

/** What may know what in this service, and why. */
class ArchitectureTest {

    private static final String ROOT = "org.carbonmarket.trading";

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void tradingKnowsNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.carbonmarket.registry..",
                        "org.carbonmarket.settlement..",
                        "org.carbonmarket.reporting..")
                .because("services talk through the published events only")
                .check(SERVICE);
    }

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void theCalendarIsPureJava() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".calendar..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".calendar..",
                        "org.carbonmarket.events..",
                        "org.jspecify.annotations..",
                        "java..")
                .because("rules of the market import no framework")
                .check(SERVICE);
    }

    @Test
    void onlyTheLogKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".engine..", ROOT + ".marketlog..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + ".engine..")
                                .and(not(belongToAnyOf(MarketView.class, SealedBid.class))))
                .because(
                        "an engine is touched by its own thread alone; its immutable view, and the"
                                + " form of a sealed bid, are anybody's to read")
                .check(SERVICE);
    }

    @Test
    void timeAndChanceComeFromTheirBeans() {
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
                .dependOnClassesThat()
                .belongToAnyOf(Random.class)
                .because("the business clock is the only clock")
                .check(SERVICE);
    }

    @Test
    void noFloatingPointComesNearMoney() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Double.class, Float.class, BigDecimal.class)
                .check(SERVICE);
    }
}
