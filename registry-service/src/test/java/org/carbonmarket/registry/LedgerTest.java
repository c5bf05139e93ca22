package org.carbonmarket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.carbonmarket.registry.Registry.AUDITOR;
import static org.carbonmarket.registry.Registry.as;
import static org.carbonmarket.registry.Registry.asHolderOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.carbonmarket.ledger.offline.LedgerCopy;
import org.carbonmarket.testing.MarketInfrastructure;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MarketInfrastructure.class)
@NullUnmarked // The data source is injected.
class LedgerTest {

    @Inject AgroalDataSource database;

    @Test
    void anUntouchedLedgerIsIntact() {
        long before =
                verify().body("intact", equalTo(true))
                        .extract()
                        .<Number>path("postings")
                        .longValue();
        postOne("LDG-1", "LDGA");

        long after =
                verify().body("intact", equalTo(true))
                        .extract()
                        .<Number>path("postings")
                        .longValue();
        assertThat(after).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "update entry set tonnes = tonnes * 2 where posting = %d | is not what was sealed",
                "update posting set actor = concat(chr(ascii(actor) # 1), substr(actor, 2))"
                        + " where number = %d | is not what was sealed",
                "update posting set hash = set_byte(hash, 31, get_byte(hash, 31) # 1)"
                        + " where number = %d | is not what was sealed",
                "update entry set tonnes = tonnes + 1 where posting = %d and line = 2"
                        + " | is no valid posting",
                "update entry set place = 'LDG-2' where posting = %d and line = 2"
                        + " | is not what was sealed",
                "update posting set actor = 'somebody' where number = %d | is not what was sealed",
                "update posting set posted_at = posted_at + interval '1 microsecond'"
                        + " where number = %d | is not what was sealed",
                "update posting set hash = sha256('x') where number = %d"
                        + " | is not what was sealed",
                "update posting set reason = 'INVENTED' where number = %d | is no valid posting",
                "delete from entry where posting = %d | is no valid posting"
            })
    void anAlteredRowIsNamed(String change, String finding) throws SQLException {
        String account = "LDG-T" + Integer.toUnsignedString(change.hashCode());
        String product = "LDGT" + Integer.toUnsignedString(change.hashCode());
        postOne(account, product);
        long number = lastPosting();

        tampering(
                change.formatted(number),
                () -> {
                    verify().body("intact", equalTo(false))
                            .body("firstAltered", equalTo((int) number))
                            .body("finding", containsString(finding));
                    assertThat(verifyCopy().finding())
                            .map(LedgerCopy.Finding::posting)
                            .hasValue(number);
                });
        verify().body("intact", equalTo(true));
        assertThat(verifyCopy().finding()).isEmpty();
    }

    @Test
    void aHoldingThatIsNotTheSumOfItsEntriesIsNamed() throws SQLException {
        postOne("LDG-3", "LDGC");

        tampering(
                "update holding set available = available + 1 where account = 'LDG-3'",
                () ->
                        verify().body("intact", equalTo(false))
                                .body("holdings.account", hasItem("LDG-3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry set tonnes = 1",
                "delete from entry",
                "update posting set document = 'x'",
                "delete from posting",
                "truncate entry",
                "update account_history set state = 'ACTIVE'"
            })
    void theLedgerRefusesChangesOfWhatIsWritten(String change) {
        postOnce();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(change))
                .withMessageContaining("append-only");
    }

    @Test
    void entriesThatDoNotSumToZeroDoNotGetIn() throws SQLException {
        postOnce();
        long number = lastPosting();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() ->
                        execute(
                                "insert into entry values (%d, 9, 'LDG-4', 'AVAILABLE', 'LDGD', 1)"
                                        .formatted(number)))
                .withMessageContaining("sum to zero");
    }

    @Test
    void theLedgerAsAWholeIsForThoseWhoAuditIt() {
        asHolderOf("LDG-5").get("/ledger/verification").then().statusCode(403);
        asHolderOf("LDG-5").get("/holdings/totals?product=CEA").then().statusCode(403);
        as(AUDITOR)
                .get("/holdings/totals?product=NOTHING")
                .then()
                .statusCode(404)
                .body("code", equalTo("PRODUCT_UNKNOWN"));
        as(AUDITOR)
                .get("/holdings/totals")
                .then()
                .statusCode(400)
                .body("code", equalTo("PARAMETER_MISSING"));
    }

    private static boolean posted;

    private static void postOnce() {
        if (!posted) {
            posted = true;
            postOne("LDG-4", "LDGD");
        }
    }

    private static void postOne(String account, String product) {
        Registry.openActive(account);
        Registry.recordAllowance(product);
        Registry.allocate(account, product, 100);
    }

    private static ValidatableResponse verify() {
        return as(AUDITOR).get("/ledger/verification").then().statusCode(200);
    }

    /** What the offline verifier says of the copy that the registry gives out. */
    private static LedgerCopy.Verdict verifyCopy() {
        String copy =
                as(AUDITOR)
                        .get("/ledger/copy")
                        .then()
                        .statusCode(200)
                        .contentType("application/x-ndjson")
                        .extract()
                        .asString();
        try {
            return LedgerCopy.verify(new BufferedReader(new StringReader(copy)), null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Alters rows as only the database's owner can, checks, and puts them back. */
    private void tampering(String change, Runnable check) throws SQLException {
        execute(
                "create table kept_posting as table posting",
                "create table kept_entry as table entry",
                "create table kept_holding as table holding",
                "alter table posting disable trigger user",
                "alter table entry disable trigger user");
        try {
            execute(change);
            check.run();
        } finally {
            execute(
                    "update posting set reason = kept.reason, actor = kept.actor,"
                            + " posted_at = kept.posted_at, hash = kept.hash"
                            + " from kept_posting kept where kept.number = posting.number"
                            + " and posting.* is distinct from kept.*",
                    "delete from entry",
                    "insert into entry table kept_entry",
                    "update holding set available = kept.available from kept_holding kept"
                            + " where kept.account = holding.account"
                            + " and kept.product = holding.product"
                            + " and holding.* is distinct from kept.*",
                    "drop table kept_posting, kept_entry, kept_holding",
                    "alter table posting enable trigger user",
                    "alter table entry enable trigger user");
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private long lastPosting() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("select number from chain_head")) {
            results.next();
            return results.getLong(1);
        }
    }
}
