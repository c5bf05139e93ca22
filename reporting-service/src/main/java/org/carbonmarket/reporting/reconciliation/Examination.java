package org.carbonmarket.reporting.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.reporting.dailysheet.DailySheets;
import org.carbonmarket.reporting.dailysheet.SheetRow;
import org.carbonmarket.reporting.database.Database;
import org.carbonmarket.reporting.folding.Consumer;
import org.carbonmarket.reporting.reconciliation.ReconciliationReport.InFlight;
import org.carbonmarket.reporting.topics.TopicProgress;

/** Looks at the books of one moment and finds what should not be. */
@ApplicationScoped
class Examination {

    private static final String POSITIONS =
            "select consumer, partition, next_offset from inbox_position";

    private final Database database;
    private final BookReader books;
    private final DailySheets sheets;
    private final TopicProgress progress;

    Examination(Database database, BookReader books, DailySheets sheets, TopicProgress progress) {
        this.database = database;
        this.books = books;
        this.sheets = sheets;
        this.progress = progress;
    }

    /** Runs in a transaction of its own, which sees one moment of all views. */
    Examined examine() {
        database.holdStill();
        Collection<AccountBook> accounts = books.accounts();
        List<HandOver> handOvers = books.openHandOvers();
        List<TradeLife> trades = books.openTrades();
        List<DayState> days = books.days();
        List<Finding> findings = new ArrayList<>(books.faults());
        findings.addAll(books.deadLetters());
        handOvers.forEach(handOver -> findings.addAll(handOver.findings()));
        trades.forEach(trade -> findings.addAll(TradeCheck.findings(trade)));
        findings.addAll(books.unendedOfClearedDays());
        days.forEach(day -> findings.addAll(day.findings()));
        findings.addAll(Totals.findings(accounts));
        findings.addAll(accountFindings(accounts, onTheWay(handOvers, trades)));
        findings.addAll(books.differingStatements());
        findings.addAll(sheetFindings());
        return new Examined(
                progress.asOf(), findings, inFlight(handOvers, trades), days, positions());
    }

    private static List<Finding> accountFindings(
            Collection<AccountBook> accounts, Set<String> onTheWay) {
        List<Finding> findings = new ArrayList<>();
        for (AccountBook book : accounts) {
            findings.addAll(book.negatives());
            if (!onTheWay.contains(Texts.of(book.account(), book.item()))) {
                findings.addAll(book.atRest());
            }
        }
        return findings;
    }

    /** The accounts' items that are not at rest. */
    private static Set<String> onTheWay(List<HandOver> handOvers, List<TradeLife> trades) {
        Set<String> moving = new HashSet<>();
        for (HandOver handOver : handOvers) {
            moving.add(Texts.of(handOver.account(), handOver.item()));
        }
        for (TradeLife trade : trades) {
            for (String party : trade.namedParties()) {
                moving.add(Texts.of(party, Movement.MONEY));
                trade.namedProducts().forEach(product -> moving.add(Texts.of(party, product)));
            }
        }
        return moving;
    }

    private List<Finding> sheetFindings() {
        Map<Market, Long> published = new EnumMap<>(Market.class);
        List<Finding> findings = new ArrayList<>();
        Map<String, Long> lastNumbers = books.lastNumbers();
        for (SheetRow row : sheets.find(new DailySheets.Selection(null, null, null, null))) {
            Market market = row.folded().market();
            Long last = lastNumbers.get(Texts.of(market, row.folded().day()));
            long seen =
                    published.computeIfAbsent(market, of -> books.lastPublishedTrade(of.name()));
            if (last != null && seen >= last) {
                findings.addAll(SheetCheck.findings(row));
            }
        }
        return findings;
    }

    private static InFlight inFlight(List<HandOver> handOvers, List<TradeLife> trades) {
        return new InFlight(
                handOvers.stream()
                        .filter(HandOver::isOnItsWay)
                        .filter(handOver -> handOver.key().way().isIntoTrading())
                        .count(),
                handOvers.stream()
                        .filter(HandOver::isOnItsWay)
                        .filter(handOver -> !handOver.key().way().isIntoTrading())
                        .count(),
                trades.stream().filter(TradeLife::isUnsettled).count(),
                trades.stream().filter(TradeLife::isUndelivered).count(),
                0);
    }

    private Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        database.query(
                POSITIONS,
                row ->
                        positions.put(
                                new TopicPartition(
                                        Consumer.topicOf(row.text("consumer")).topicName(),
                                        Math.toIntExact(row.number("partition"))),
                                row.number("next_offset")));
        return positions;
    }
}
