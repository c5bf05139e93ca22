package org.carbonmarket.registry.accounts.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.registry.accounts.dossier.AccountUser.Power;
import org.jspecify.annotations.Nullable;

/** Documents, reviews and users as they are stored. Callers hold the account's row. */
@ApplicationScoped
class DossierTable {

    private final Database database;

    DossierTable(Database database) {
        this.database = database;
    }

    /** Locks the account, so that its documents and reviews are numbered one after the other. */
    void lock(AccountId account) {
        database.find(
                "select account from account where account = ? for no key update",
                row -> row.text("account"),
                account.value());
    }

    List<Document> documents(AccountId account) {
        return database.query(
                "select * from account_document where account = ? order by number",
                row ->
                        new Document(
                                Math.toIntExact(row.number("number")),
                                Document.Kind.valueOf(row.text("kind")),
                                row.text("title"),
                                row.text("media_type"),
                                row.number("bytes"),
                                row.text("sha256"),
                                row.text("recorded_by"),
                                row.time("recorded_at")),
                account.value());
    }

    void insert(AccountId account, Document document) {
        database.update(
                """
                insert into account_document
                    (account, number, kind, title, media_type, bytes, sha256, recorded_by,
                     recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                account.value(),
                document.number(),
                document.kind().name(),
                document.title(),
                document.mediaType(),
                document.bytes(),
                document.sha256(),
                document.recordedBy(),
                document.recordedAt());
    }

    /** An account's reviews, the latest first. */
    List<Review> reviews(AccountId account) {
        return database.query(
                "select * from account_review where account = ? order by number desc",
                row ->
                        new Review(
                                Math.toIntExact(row.number("number")),
                                Review.Outcome.valueOf(row.text("outcome")),
                                Math.toIntExact(row.number("documents")),
                                row.textOrNull("remark"),
                                row.text("reviewed_by"),
                                row.time("reviewed_at")),
                account.value());
    }

    void insert(AccountId account, Review review) {
        database.update(
                """
                insert into account_review
                    (account, number, outcome, documents, remark, reviewed_by, reviewed_at)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                account.value(),
                review.number(),
                review.outcome().name(),
                review.documents(),
                review.remark(),
                review.reviewedBy(),
                review.reviewedAt());
    }

    List<AccountUser> users(AccountId account) {
        return database.query(
                "select * from account_user where account = ? order by user_name, recorded_at",
                DossierTable::user,
                account.value());
    }

    /** The user's standing entry, when there is one. */
    Optional<AccountUser> acting(AccountId account, String user) {
        return database.find(
                """
                select * from account_user
                where account = ? and user_name = ? and ended_at is null\
                """,
                DossierTable::user,
                account.value(),
                user);
    }

    void insert(AccountId account, AccountUser user) {
        database.update(
                """
                insert into account_user
                    (account, user_name, name, powers, document, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                account.value(),
                user.user(),
                user.name(),
                user.powers().stream().map(Power::name).sorted().collect(Collectors.joining(",")),
                user.document(),
                user.recordedBy(),
                user.recordedAt());
    }

    void end(AccountId account, String user, String actor, OffsetDateTime at) {
        database.update(
                """
                update account_user set ended_by = ?, ended_at = ?
                where account = ? and user_name = ? and ended_at is null\
                """,
                actor,
                at,
                account.value(),
                user);
    }

    private static AccountUser user(Row row) throws SQLException {
        @Nullable String endedBy = row.textOrNull("ended_by");
        @Nullable String document = row.textOrNull("document");
        return new AccountUser(
                row.text("user_name"),
                row.text("name"),
                Arrays.stream(row.text("powers").split(",", -1))
                        .map(Power::valueOf)
                        .collect(Collectors.toSet()),
                document == null ? null : Integer.valueOf(document),
                row.text("recorded_by"),
                row.time("recorded_at"),
                endedBy,
                endedBy == null ? null : row.time("ended_at"));
    }
}
