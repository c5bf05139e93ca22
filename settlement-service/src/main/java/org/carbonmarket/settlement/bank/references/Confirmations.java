package org.carbonmarket.settlement.bank.references;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;
import org.carbonmarket.ledger.database.Row;
import org.carbonmarket.settlement.bank.references.Confirmation.Direction;

/** The bank's references and what came with them; each is accepted once. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Confirmations {

    /** The inner query sorts, so that two files lock what they share in one order. */
    private static final String LOCK =
            """
            select pg_advisory_xact_lock(hashtextextended(reference, 11))
            from (select reference from unnest(?) as asked (reference)
                  order by reference collate "C" offset 0) as sorted\
            """;

    private static final String INSERT =
            """
            insert into bank_confirmation
                (bank_reference, direction, account, fen, posting, confirmed_at, booked_on)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)\
            """;

    private final Database database;

    Confirmations(Database database) {
        this.database = database;
    }

    /**
     * Takes messages of one reference one after the other, until the transaction ends.
     *
     * @return what was confirmed under these references before
     */
    public Map<String, Confirmation> lock(Collection<String> references) {
        Column asked = Column.text(new TreeSet<>(references), reference -> reference);
        database.stream(LOCK, row -> {}, asked);
        Map<String, Confirmation> before = new HashMap<>();
        database.stream(
                "select * from bank_confirmation where bank_reference = any (?)",
                row -> before.put(row.text("bank_reference"), confirmation(row)),
                asked);
        return before;
    }

    /** Takes messages of one reference one after the other. */
    public Optional<Confirmation> lock(String reference) {
        return Optional.ofNullable(lock(List.of(reference)).get(reference));
    }

    public void store(List<Confirmation> confirmed) {
        database.update(
                INSERT,
                Column.text(confirmed, Confirmation::bankReference),
                Column.text(confirmed, each -> each.direction().name()),
                Column.text(confirmed, each -> each.account().value()),
                Column.bigint(confirmed, each -> each.amount().fen()),
                Column.bigint(confirmed, Confirmation::posting),
                Column.time(confirmed, Confirmation::at),
                Column.day(confirmed, Confirmation::bookedOn));
    }

    public static Refusal reused(String bankReference) {
        return new Refusal(
                409,
                "BANK_REFERENCE_REUSED",
                "bankReference",
                "Reference " + bankReference + " was confirmed before with other contents.");
    }

    private static Confirmation confirmation(Row row) throws SQLException {
        return new Confirmation(
                row.text("bank_reference"),
                Direction.valueOf(row.text("direction")),
                AccountId.of(row.text("account")),
                Money.ofFen(row.number("fen")),
                row.number("posting"),
                row.time("confirmed_at"),
                row.dayOrNull("booked_on"));
    }
}
