package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmSettlement;
import org.carbonmarket.events.marketlog.MarketCommand.UndoTrade;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionVoided;
import org.carbonmarket.events.trading.Phase;
import org.carbonmarket.events.trading.PositionEvent.AllowancesCredited;
import org.carbonmarket.events.trading.PositionEvent.AllowancesRecalled;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsCredited;
import org.carbonmarket.events.trading.PositionEvent.FundsRecalled;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.trading.engine.AccountView.HeldProduct;

/**
 * Keeps its own books of what came in and went out, and holds the engine to them after every
 * command: conservation of money and allowances, gapless sequences, no crossed book.
 */
final class Auditor implements EngineOutput {

    private final Map<Topic, Long> sequences = new HashMap<>();
    private final Map<TradeId, Long> openFees = new HashMap<>();
    private final Map<ProductCode, Long> tonnes = new HashMap<>();
    private long money;
    private int trades;

    @Override
    public void event(PublishedEvent event, long sequence) {
        long before = sequences.getOrDefault(Topic.of(event), 0L);
        assertThat(sequence).as("sequence of " + event).isEqualTo(before + 1);
        sequences.put(Topic.of(event), sequence);
        switch (event) {
            case FundsCredited credited -> money += credited.amount().fen();
            case FundsReleased released -> money -= released.amount().fen();
            case AllowancesCredited credited ->
                    tonnes.merge(credited.product(), credited.tonnes().value(), Long::sum);
            case AllowancesReleased released ->
                    tonnes.merge(released.product(), -released.tonnes().value(), Long::sum);
            case FundsRecalled recalled -> money -= recalled.amount().fen();
            case AllowancesRecalled recalled ->
                    tonnes.merge(recalled.product(), -recalled.tonnes().value(), Long::sum);
            case ExecutionVoided execution -> {
                long fees = execution.buyerFee().fen() + execution.sellerFee().fen();
                money += fees;
                openFees.put(execution.trade(), -fees);
            }
            case ExecutionRecorded execution -> {
                long fees = execution.buyerFee().fen() + execution.sellerFee().fen();
                money -= fees;
                openFees.put(execution.trade(), fees);
                trades++;
                assertThat(execution.trade().sequence()).isEqualTo(sequence);
            }
            default -> {}
        }
    }

    int trades() {
        return trades;
    }

    /** Only for facts that are new: a trade's fees come back once, when it is undone. */
    void before(MarketCommand command) {
        if (command instanceof ConfirmSettlement settled) {
            openFees.remove(settled.trade());
        } else if (command instanceof UndoTrade undone) {
            Long fees = openFees.remove(undone.trade());
            money += fees == null ? 0 : fees;
        }
    }

    void check(MarketEngine engine) {
        long held = 0;
        Map<ProductCode, Long> heldTonnes = new HashMap<>();
        boolean closed = engine.view().phase() == Phase.CLOSED;
        for (AccountId id : RandomLog.ACCOUNTS) {
            AccountView account = engine.account(id).orElse(null);
            if (account == null) {
                continue;
            }
            held += account.free().fen() + account.reserved().fen() - account.owed().fen();
            assertThat(closed && !account.reserved().isZero()).as("reserved overnight").isFalse();
            for (HeldProduct product : account.products()) {
                heldTonnes.merge(product.product(), total(product), Long::sum);
                assertThat(closed && !product.reserved().isZero()).isFalse();
            }
        }
        assertThat(held).as("money").isEqualTo(money);
        tonnes.forEach((product, expected) ->
                assertThat(heldTonnes.getOrDefault(product, 0L))
                        .as(product.value())
                        .isEqualTo(expected));
        for (QuotePublished quote : engine.dirtyQuotes()) {
            assertThat(isCrossed(quote)).as("crossed: " + quote).isFalse();
        }
    }

    private static long total(HeldProduct held) {
        return held.sellable().value()
                + held.reserved().value()
                + held.boughtToday().value()
                - held.owed().value();
    }

    private static boolean isCrossed(QuotePublished quote) {
        return !quote.bids().isEmpty()
                && !quote.asks().isEmpty()
                && quote.bids().getFirst().price().compareTo(quote.asks().getFirst().price()) >= 0;
    }
}
