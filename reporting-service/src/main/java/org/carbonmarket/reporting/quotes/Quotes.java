package org.carbonmarket.reporting.quotes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.envelope.MarketJson;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.reporting.database.Column;
import org.carbonmarket.reporting.database.Database;
import org.carbonmarket.reporting.folding.View;

/** The newest quote of each product. */
@ApplicationScoped
class Quotes implements View {

    private static final String KEEP =
            """
            insert into quote as q (market, product, as_of, quote)
            select * from unnest(?::text[], ?::text[], ?::int8[], ?::text[])
            on conflict (market, product) do update
               set as_of = excluded.as_of, quote = excluded.quote
             where q.as_of <= excluded.as_of
            """;

    private static final String FIND = "select quote from quote where market = ? order by product";

    private final Database database;
    private final ObjectMapper json = MarketJson.mapper();

    Quotes(Database database) {
        this.database = database;
    }

    @Override
    public void fold(List<Received> batch) {
        TreeMap<String, QuotePublished> newest = new TreeMap<>();
        for (Received received : batch) {
            if (received.event() instanceof QuotePublished quote) {
                newest.merge(quote.key(), quote, Quotes::newer);
            }
        }
        Collection<QuotePublished> rows = newest.values();
        if (!rows.isEmpty()) {
            database.update(
                    KEEP,
                    Column.text(rows, QuotePublished::market),
                    Column.text(rows, QuotePublished::product),
                    Column.bigint(rows, QuotePublished::asOf),
                    Column.text(rows, this::written));
        }
    }

    private static QuotePublished newer(QuotePublished one, QuotePublished other) {
        return one.asOf() > other.asOf() ? one : other;
    }

    List<QuotePublished> of(Market market) {
        return database.query(FIND, row -> read(row.text("quote")), market.name());
    }

    private String written(QuotePublished quote) {
        try {
            return json.writeValueAsString(quote);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write " + quote, impossible);
        }
    }

    private QuotePublished read(String quote) {
        try {
            return json.readValue(quote, QuotePublished.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot read " + quote, impossible);
        }
    }
}
