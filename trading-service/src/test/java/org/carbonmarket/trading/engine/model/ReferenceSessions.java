package org.carbonmarket.trading.engine.model;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmClearing;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.trading.BlockEvent.BlockEnd;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.PositionEvent.PositionStated;
import org.carbonmarket.events.trading.PositionEvent.ProductPosition;
import org.carbonmarket.events.trading.SessionEvent.OpeningRefused;
import org.carbonmarket.events.trading.SessionEvent.PhaseEntered;
import org.carbonmarket.events.trading.SessionEvent.ProductDay;
import org.carbonmarket.events.trading.SessionEvent.ProductOpened;
import org.carbonmarket.events.trading.SessionEvent.TradingDayClosed;
import org.carbonmarket.trading.engine.model.ReferenceAccount.Holding;

/** Days: how they open, go on and close. */
final class ReferenceSessions {

    private static final int CLOSED = 5;

    private final ReferenceState state;
    private final ReferenceChanges orders;
    private final ReferenceBlocks blocks;

    ReferenceSessions(ReferenceState state, ReferenceChanges orders, ReferenceBlocks blocks) {
        this.state = state;
        this.orders = orders;
        this.blocks = blocks;
    }

    void clear(ConfirmClearing c) {
        if (state.phases == CLOSED && c.day().equals(state.day)) {
            state.cleared = true;
        }
    }

    void enter(EnterPhase c) {
        LocalDate day = state.day;
        boolean next = day == null || c.day().isAfter(day);
        if (next && c.phase() == Phase.PRE_OPEN) {
            if (day == null || (state.phases == CLOSED && state.cleared)) {
                state.day = c.day();
                state.phases = 1;
                state.cleared = false;
                begin(c);
            } else {
                state.say(new OpeningRefused(ReferenceState.CN, c.day(), day, c.at()));
            }
        } else if (c.day().equals(day) && state.phases < phases(c.phase())) {
            state.phases = phases(c.phase());
            begin(c);
        }
    }

    /** How many phases have begun once this one has; 0 when it cannot begin now. */
    private int phases(Phase phase) {
        return switch (phase) {
            case OPEN -> state.phases == 1 ? 2 : state.phases == 3 ? 4 : 0;
            case BREAK -> 3;
            case CLOSED -> CLOSED;
            case PRE_OPEN, HALTED -> 0;
        };
    }

    private void begin(EnterPhase c) {
        if (c.phase() == Phase.CLOSED) {
            orders.endAll(order -> true, CancelReason.CLOSE_OF_DAY, c.at());
            blocks.endAll(offer -> true, BlockEnd.CLOSE_OF_DAY, c.at());
        }
        state.say(new PhaseEntered(ReferenceState.CN, c.day(), c.phase(), c.at()));
        if (c.phase() == Phase.PRE_OPEN) {
            open(c);
        } else if (c.phase() == Phase.CLOSED) {
            close(c.at());
        }
    }

    private void open(EnterPhase c) {
        state.rules = state.nextRules;
        state.keys.clear();
        state.today.clear();
        state.ended.clear();
        for (ReferenceAccount account : state.accounts.values()) {
            for (Holding holding : account.holdings.values()) {
                account.changed |= holding.boughtToday > 0;
                holding.stock += holding.boughtToday;
                holding.boughtToday = 0;
            }
        }
        for (ReferenceProduct product : state.products.values()) {
            if (product.isListed()) {
                product.openDay(state.rules);
                state.say(
                        new ProductOpened(
                                ReferenceState.CN,
                                c.day(),
                                product.code,
                                Price.ofFen(product.previousClose),
                                Price.ofFen(product.lower),
                                Price.ofFen(product.upper),
                                c.at()));
            }
        }
    }

    private void close(OffsetDateTime at) {
        List<ReferenceProduct> opened =
                state.products.values().stream().filter(product -> product.opened).toList();
        List<ProductDay> days = opened.stream().map(ReferenceProduct::closeDay).toList();
        composite(opened);
        for (ReferenceAccount account : state.accounts.values()) {
            if (account.changed) {
                account.changed = false;
                state.say(
                        new PositionStated(
                                ReferenceState.CN,
                                state.openedDay(),
                                account.id,
                                Money.ofFen(account.money),
                                Money.ofFen(Math.min(account.unsettled, account.money)),
                                positions(account),
                                at));
            }
        }
        state.say(
                new TradingDayClosed(
                        ReferenceState.CN,
                        state.openedDay(),
                        days.stream().mapToLong(ProductDay::trades).sum(),
                        Tonnes.of(days.stream().mapToLong(d -> d.volume().value()).sum()),
                        Money.ofFen(days.stream().mapToLong(d -> d.amount().fen()).sum()),
                        state.trades,
                        days,
                        digest(),
                        at));
    }

    /** The first vintage's close; from 2023-08-28 the mean of all vintages', half up. */
    private void composite(List<ReferenceProduct> opened) {
        List<ReferenceProduct> vintages =
                opened.stream().filter(p -> !p.code.value().startsWith("CCER")).toList();
        if (vintages.isEmpty()) {
            return;
        }
        if (state.openedDay().isBefore(LocalDate.of(2023, 8, 28))) {
            state.composite = vintages.getFirst().close;
            return;
        }
        BigInteger count = BigInteger.valueOf(vintages.size());
        BigInteger sum = BigInteger.valueOf(vintages.stream().mapToLong(p -> p.close).sum());
        state.composite = sum.shiftLeft(1).add(count).divide(count.shiftLeft(1)).longValueExact();
    }

    private static List<ProductPosition> positions(ReferenceAccount account) {
        List<ProductPosition> positions = new ArrayList<>();
        account.holdings.forEach((product, held) -> {
            if (held.total() > 0) {
                positions.add(
                        new ProductPosition(
                                product.code,
                                Tonnes.of(held.total()),
                                Tonnes.of(held.boughtToday)));
            }
        });
        positions.sort(Comparator.comparing(ProductPosition::product));
        return positions;
    }

    private String digest() {
        StringBuilder text = new StringBuilder();
        state.accounts.values().stream()
                .sorted(Comparator.comparing(account -> account.id))
                .filter(account -> account.money > 0 || !positions(account).isEmpty())
                .forEach(account -> {
                    text.append(account.id + "|" + account.money + "|");
                    text.append(Math.min(account.unsettled, account.money));
                    for (ProductPosition held : positions(account)) {
                        text.append("|" + held.product() + "|" + held.tonnes());
                        text.append("|" + held.boughtToday());
                    }
                    text.append("\n");
                });
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
