package org.carbonmarket.trading.engine.book;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The book is usable by itself: it knows nothing of the market around it. */
class BookArchitectureTest {

    private static final String BOOK = "org.carbonmarket.trading.engine.book";

    private final JavaClasses book =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(BOOK);

    @Test
    void theBookKnowsTheLanguageOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BOOK, "java.lang..", "java.util", "org.jspecify.annotations")
                .because("it knows no money, session, log or framework")
                .check(book);
    }

    @Test
    void theBookReadsNoClock() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(book);
    }
}
