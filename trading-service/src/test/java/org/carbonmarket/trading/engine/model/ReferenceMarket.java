package org.carbonmarket.trading.engine.model;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.carbonmarket.events.marketlog.AuctionCommand;
import org.carbonmarket.events.marketlog.BlockCommand.ConfirmBlock;
import org.carbonmarket.events.marketlog.BlockCommand.CounterBlock;
import org.carbonmarket.events.marketlog.BlockCommand.DeclineBlock;
import org.carbonmarket.events.marketlog.BlockCommand.OfferBlock;
import org.carbonmarket.events.marketlog.BlockCommand.WithdrawBlock;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.marketlog.MarketCommand.CancelAllOrders;
import org.carbonmarket.events.marketlog.MarketCommand.CancelOrder;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmClearing;
import org.carbonmarket.events.marketlog.MarketCommand.ConfirmSettlement;
import org.carbonmarket.events.marketlog.MarketCommand.CreditAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.CreditFunds;
import org.carbonmarket.events.marketlog.MarketCommand.EnterPhase;
import org.carbonmarket.events.marketlog.MarketCommand.Fact;
import org.carbonmarket.events.marketlog.MarketCommand.Halt;
import org.carbonmarket.events.marketlog.MarketCommand.ListProduct;
import org.carbonmarket.events.marketlog.MarketCommand.PlaceOrder;
import org.carbonmarket.events.marketlog.MarketCommand.RecallAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.RecallFunds;
import org.carbonmarket.events.marketlog.MarketCommand.RecordAccount;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseFunds;
import org.carbonmarket.events.marketlog.MarketCommand.ReplaceOrder;
import org.carbonmarket.events.marketlog.MarketCommand.Resume;
import org.carbonmarket.events.marketlog.MarketCommand.SetProductRules;
import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.carbonmarket.events.marketlog.MarketCommand.UndoTrade;
import org.carbonmarket.events.marketlog.MarketCommand.VoidTrade;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.PublishedEvent;
import org.carbonmarket.events.trading.BlockEvent;
import org.carbonmarket.events.trading.OrderEvent;
import org.carbonmarket.events.trading.OrderEvent.CancelReason;
import org.carbonmarket.events.trading.OrderEvent.OrderCancelled;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.OrderEvent.OrderState;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.trading.engine.AccountView;
import org.carbonmarket.trading.engine.AccountView.HeldProduct;
import org.carbonmarket.trading.engine.RandomLog;
import org.carbonmarket.trading.engine.RandomLog.Placed;
import org.carbonmarket.trading.engine.model.ReferenceAccount.Holding;
import org.carbonmarket.trading.engine.model.ReferenceState.Kept;
import org.carbonmarket.trading.engine.model.ReferenceState.Offer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the market told as plainly as they can be: lists that are searched, sums that are
 * added up anew each time, whole numbers without bound where they might overflow. It shares no code
 * with the engine but the published language.
 */
final class ReferenceMarket implements RandomLog.Seen {

    private final ReferenceState state = new ReferenceState();
    private final ReferenceTrades trades = new ReferenceTrades(state);
    private final ReferenceListed listed = new ReferenceListed(state, trades);
    private final ReferenceChanges changes = new ReferenceChanges(state, listed);
    private final ReferenceBlocks blocks = new ReferenceBlocks(state, trades);
    private final ReferenceValue value = new ReferenceValue(state, changes, blocks);
    private final ReferenceSessions sessions = new ReferenceSessions(state, changes, blocks);
    private final ReferenceOperations operations = new ReferenceOperations(state);

    /** Applies a command; what follows from it, refusals without their wording. */
    List<PublishedEvent> apply(long position, MarketCommand command) {
        state.position = position;
        state.said.clear();
        blocks.expire(command.at());
        if (!(command instanceof Fact fact) || isNew(fact)) {
            decide(command);
        }
        value.follow(command.at());
        return List.copyOf(state.said);
    }

    private boolean isNew(Fact fact) {
        String source = fact.source().topic() + "/" + fact.source().partition();
        long last = state.facts.getOrDefault(source, 0L);
        state.facts.merge(source, fact.source().sequence(), Math::max);
        return fact.source().sequence() > last;
    }

    private void decide(MarketCommand command) {
        switch (command) {
            case PlaceOrder c -> place(c);
            case CancelOrder c -> changes.cancel(c);
            case CancelAllOrders c -> changes.cancelAll(c);
            case ReplaceOrder c -> changes.replace(c);
            case OfferBlock c ->
                    keyed(
                            new Key(c.account(), c.idempotencyKey(), c.bodyDigest()),
                            c.command(),
                            () -> blocks.offer(c),
                            no -> blocks.refused(c, state.position, no));
            case CounterBlock c ->
                    keyed(
                            new Key(c.account(), c.idempotencyKey(), c.bodyDigest()),
                            c.command(),
                            () -> blocks.counter(c),
                            no -> blocks.refused(c, state.position, no));
            case ConfirmBlock c -> blocks.confirm(c);
            case WithdrawBlock c -> blocks.withdraw(c);
            case DeclineBlock c -> blocks.decline(c);
            case ReleaseAllowances c -> value.release(c);
            case ReleaseFunds c -> value.release(c);
            case RecordAccount c -> value.record(c);
            case CreditAllowances c -> value.credit(c);
            case CreditFunds c -> value.credit(c);
            case RecallAllowances c -> value.recall(c);
            case RecallFunds c -> value.recall(c);
            case ConfirmSettlement c -> value.settle(c);
            case UndoTrade c -> value.undo(c);
            case ConfirmClearing c -> sessions.clear(c);
            case EnterPhase c -> sessions.enter(c);
            case ListProduct c -> operations.list(c);
            case Halt c -> operations.halt(c);
            case Resume c -> operations.resume(c);
            case SetRules c -> operations.set(c);
            case SetProductRules c -> operations.set(c);
            case VoidTrade c -> operations.voidTrade(c);
            case AuctionCommand c -> throw new IllegalArgumentException("no auctions here: " + c);
        }
    }

    private void place(PlaceOrder c) {
        OrderEvent answer =
                keyed(
                        new Key(c.account(), c.idempotencyKey(), c.bodyDigest()),
                        c.command(),
                        () -> listed.place(c),
                        no -> listed.rejected(c, no));
        if (answer instanceof OrderPlaced placed && placed.state() == OrderState.CANCELLED) {
            state.say(
                    new OrderCancelled(
                            null,
                            placed.order(),
                            placed.account(),
                            placed.remaining(),
                            CancelReason.IMMEDIATE_OR_CANCEL,
                            c.at()));
        }
    }

    private record Key(AccountId account, @Nullable String key, @Nullable String digest) {}

    private interface Refuse {
        OrderEvent with(No no);
    }

    /** Decides once per key; returns a new answer, null when an old one was told again. */
    private @Nullable OrderEvent keyed(
            Key key, String command, Supplier<OrderEvent> decide, Refuse refuse) {
        boolean counts = key.key() != null && state.accounts.containsKey(key.account());
        String place = key.account() + "/" + key.key();
        Kept kept = counts ? state.keys.get(place) : null;
        if (kept == null) {
            OrderEvent answer = decide.get();
            if (counts) {
                state.keys.put(place, new Kept(key.digest(), answer));
            }
            state.say(answer);
            return answer;
        }
        OrderEvent reused = refuse.with(new No(RejectionCode.IDEMPOTENCY_KEY_REUSED, null));
        boolean same =
                Objects.equals(kept.digest(), key.digest())
                        && reused instanceof BlockEvent == kept.answer() instanceof BlockEvent;
        state.say(same ? Outputs.repeated(kept.answer(), command) : reused);
        return null;
    }

    @Override
    public long newestTrade() {
        return state.trades;
    }

    @Override
    public @Nullable Placed order(Random random) {
        if (state.orders.isEmpty()) {
            return null;
        }
        ReferenceOrder order = state.orders.get(random.nextInt(state.orders.size()));
        return new Placed(state.number(order.number), order.account.id, null);
    }

    @Override
    public @Nullable Placed offer(Random random) {
        if (state.offers.isEmpty()) {
            return null;
        }
        Offer offer = state.offers.get(random.nextInt(state.offers.size()));
        ReferenceAccount to = offer.counterparty();
        ReferenceOrder order = offer.order();
        return new Placed(state.number(order.number), order.account.id, to == null ? null : to.id);
    }

    /** An account as the engine should show it. */
    Optional<AccountView> view(AccountId id) {
        ReferenceAccount account = state.accounts.get(id);
        if (account == null) {
            return Optional.empty();
        }
        List<HeldProduct> held = new ArrayList<>();
        for (ReferenceProduct product : state.products.values()) {
            Holding holding = account.holding(product);
            if (holding.total() > 0 || holding.owed > 0) {
                held.add(
                        new HeldProduct(
                                product.code,
                                Tonnes.of(state.sellable(account, product)),
                                Tonnes.of(state.offered(account, product, false)),
                                Tonnes.of(holding.boughtToday),
                                Tonnes.of(holding.owed)));
            }
        }
        return Optional.of(
                new AccountView(
                        id,
                        account.mayTrade(),
                        Money.ofFen(state.free(account)),
                        Money.ofFen(state.releasable(account)),
                        Money.ofFen(state.reserved(account)),
                        Money.ofFen(account.unsettled),
                        Money.ofFen(account.owed),
                        held));
    }

    /** A product's quote as the engine should publish it now. */
    QuotePublished quote(QuotePublished of, OffsetDateTime at) {
        return new ReferenceQuote(state, listed).of(state.product(of.product()), at);
    }
}
