package org.carbonmarket.registry.transfers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.jspecify.annotations.Nullable;

/** Transfers and their rules as they are stored. */
@ApplicationScoped
@Transactional
class TransferTable {

    private final Database database;

    TransferTable(Database database) {
        this.database = database;
    }

    /** The rules in force on a day. */
    TransferRules rules(LocalDate on) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        database.stream(
                "select day, working from calendar_exception",
                row ->
                        exceptions.put(
                                LocalDate.parse(row.text("day")),
                                row.text("working").startsWith("t")));
        return database.find(
                        """
                        select * from transfer_rules where valid_from <= ?
                        order by valid_from desc limit 1\
                        """,
                        row ->
                                new TransferRules(
                                        Math.toIntExact(row.number("proposal_days")),
                                        Math.toIntExact(row.number("trusted_working_days")),
                                        Math.toIntExact(row.number("delay_hours")),
                                        Tonnes.of(row.number("off_list_cap")),
                                        Tonnes.of(row.number("daily_limit")),
                                        LocalTime.parse(row.text("opens_at")),
                                        LocalTime.parse(row.text("closes_at")),
                                        exceptions),
                        on)
                .orElseThrow();
    }

    String nextNumber() {
        return database.find(
                        "select 'TF-' || nextval('transfer_number') as transfer",
                        row -> row.text("transfer"))
                .orElseThrow();
    }

    void insert(Transfer proposed) {
        database.update(
                """
                insert into transfer
                    (transfer, number, account, receiver, product, tonnes, kind, document, state,
                     proposed_by, proposed_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                proposed.transfer(),
                proposed.number(),
                proposed.account().value(),
                proposed.receiver().value(),
                proposed.product().value(),
                proposed.tonnes().value(),
                proposed.kind().name(),
                proposed.document(),
                proposed.state().name(),
                proposed.proposedBy(),
                proposed.proposedAt(),
                proposed.expiresAt());
    }

    Optional<Transfer> find(String transfer) {
        return database.find(
                "select * from transfer where transfer = ?", TransferTable::transfer, transfer);
    }

    Optional<Transfer> lock(String transfer) {
        return database.find(
                "select * from transfer where transfer = ? for update",
                TransferTable::transfer,
                transfer);
    }

    void approve(String transfer, String actor, OffsetDateTime at, OffsetDateTime notBefore) {
        database.update(
                """
                update transfer
                set state = 'APPROVED', approved_by = ?, approved_at = ?, not_before = ?
                where transfer = ?\
                """,
                actor,
                at,
                notBefore,
                transfer);
    }

    void accept(String transfer, String actor, OffsetDateTime at) {
        database.update(
                """
                update transfer set state = 'ACCEPTED', accepted_by = ?, accepted_at = ?
                where transfer = ?\
                """,
                actor,
                at,
                transfer);
    }

    void refuse(String transfer) {
        database.update("update transfer set state = 'REFUSED' where transfer = ?", transfer);
    }

    void execute(String transfer, String actor, OffsetDateTime at, long posting) {
        database.update(
                """
                update transfer
                set state = 'EXECUTED', executed_by = ?, executed_at = ?, posting = ?
                where transfer = ?\
                """,
                actor,
                at,
                posting,
                transfer);
    }

    /** What an account gave on a day; asked while its holding is locked. */
    Tonnes givenOn(AccountId account, LocalDate day) {
        return database.find(
                        """
                        select coalesce(sum(tonnes), 0)::bigint as tonnes from transfer
                        where account = ? and state = 'EXECUTED'
                          and executed_at >= ? and executed_at < ?\
                        """,
                        row -> Tonnes.of(row.number("tonnes")),
                        account.value(),
                        day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime(),
                        day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime())
                .orElse(Tonnes.ZERO);
    }

    /** One transfer of an account after the other, so that two cannot both find room. */
    void queue(AccountId account) {
        database.find(
                "select pg_advisory_xact_lock(hashtextextended('transfer ' || ?, 0)) as queued",
                row -> account,
                account.value());
    }

    /** Newest first; those an account gives or gets, when one is named. */
    List<Transfer> page(@Nullable AccountId party, @Nullable Long before, int limit) {
        String account = party == null ? null : party.value();
        return database.query(
                """
                select * from transfer
                where number < ? and (?::text is null or account = ? or receiver = ?)
                order by number desc limit ?\
                """,
                TransferTable::transfer,
                before == null ? Long.MAX_VALUE : before,
                account,
                account,
                account,
                limit);
    }

    private static Transfer transfer(Row row) throws SQLException {
        String posting = row.textOrNull("posting");
        return new Transfer(
                row.text("transfer"),
                AccountId.of(row.text("account")),
                AccountId.of(row.text("receiver")),
                ProductCode.of(row.text("product")),
                Tonnes.of(row.number("tonnes")),
                Transfer.Kind.valueOf(row.text("kind")),
                row.text("document"),
                Transfer.State.valueOf(row.text("state")),
                row.text("proposed_by"),
                row.time("proposed_at"),
                row.time("expires_at"),
                row.textOrNull("approved_by"),
                row.textOrNull("not_before") == null ? null : row.time("not_before"),
                row.textOrNull("accepted_by"),
                row.textOrNull("executed_at") == null ? null : row.time("executed_at"),
                posting == null ? null : Long.valueOf(posting));
    }
}
