package org.carbonmarket.trading.engine;

import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.marketlog.AuctionCommand.AdmitBidder;
import org.carbonmarket.events.marketlog.AuctionCommand.AnnounceAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.CancelAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.EndAuction;
import org.carbonmarket.events.marketlog.AuctionCommand.PlaceBid;
import org.carbonmarket.events.marketlog.AuctionCommand.WithdrawBid;
import org.carbonmarket.events.marketlog.BlockCommand;
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
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.trading.QuoteEvent.QuotePublished;

/**
 * The engine of one market: a deterministic state machine over its log. The same commands at the
 * same positions give the same state and the same outputs, byte for byte; time comes in the
 * commands, and there is no other source of anything.
 *
 * <p>Threading: one thread applies, snapshots and asks; nothing here is shared or locked. The views
 * it returns are immutable and may go anywhere.
 *
 * <p>Errors: what people may get wrong is refused by an event and changes nothing. An exception out
 * of {@link #apply} is a defect: the state is not to be used any more.
 */
public final class MarketEngine {

    private final MarketState state;
    private final ListedTrading listed;
    private final Replacements replacements;
    private final BlockTrading blocks;
    private final AuctionBids bids;
    private final AuctionSales auctions;
    private final Voids voids;
    private final Sessions sessions;
    private final Operations operations;
    private final Credits credits;
    private final Releases releases;
    private final Recalls recalls;
    private final Finality finality;
    private final Quotes quotes;

    /** An engine before the first command of its log. */
    public MarketEngine(Market market) {
        this(new MarketState(market));
    }

    private MarketEngine(MarketState state) {
        this.state = state;
        quotes = new Quotes(state);
        Surveillance surveillance = new Surveillance(state);
        OperatorAnswers answers = new OperatorAnswers(state);
        Trades trades = new Trades(state, surveillance);
        listed = new ListedTrading(state, trades, quotes, surveillance);
        replacements = new Replacements(state, trades, quotes);
        blocks = new BlockTrading(state, trades);
        bids = new AuctionBids(state);
        auctions = new AuctionSales(state, trades, bids, answers);
        voids = new Voids(state, quotes, answers);
        Restriction restriction = new Restriction(listed, blocks, auctions);
        sessions = new Sessions(state, listed, blocks, auctions, surveillance, quotes);
        operations = new Operations(state, quotes, answers);
        credits = new Credits(state, restriction, surveillance);
        releases = new Releases(state);
        recalls = new Recalls(state, listed, blocks);
        finality = new Finality(state, restriction);
    }

    /**
     * Applies one command of the log and says everything that follows from it.
     *
     * @param position the command's offset, above that of the last one
     */
    public void apply(long position, MarketCommand command, EngineOutput output) {
        if (position <= state.position) {
            throw new IllegalArgumentException(
                    "position " + position + " is not behind " + state.position);
        }
        state.position = position;
        if (command.market() != state.market) {
            return;
        }
        state.time = command.at();
        state.publisher.listen(output);
        try {
            blocks.expire(command.at());
            apply(command);
            recalls.follow(command.at());
            state.verifyTouched();
        } finally {
            state.publisher.stop();
        }
    }

    private void apply(MarketCommand command) {
        if (command instanceof Fact fact && !state.facts.isNew(fact.source())) {
            return;
        }
        switch (command) {
            case PlaceOrder order -> listed.place(order);
            case CancelOrder cancel -> listed.cancel(cancel);
            case ReplaceOrder replacement -> replacements.replace(replacement);
            case CancelAllOrders cancel -> listed.cancel(cancel);
            case BlockCommand block -> blocks.apply(block);
            case AnnounceAuction announcement -> auctions.announce(announcement);
            case AdmitBidder admission -> auctions.admit(admission);
            case PlaceBid bid -> bids.place(bid);
            case WithdrawBid withdrawal -> bids.withdraw(withdrawal);
            case CancelAuction cancellation -> auctions.cancel(cancellation);
            case EndAuction end -> auctions.end(end);
            case VoidTrade trade -> voids.apply(trade);
            case ReleaseAllowances release -> releases.release(release);
            case ReleaseFunds release -> releases.release(release);
            case ListProduct product -> operations.list(product);
            case Halt halt -> operations.halt(halt);
            case Resume resume -> operations.resume(resume);
            case EnterPhase phase -> sessions.enter(phase);
            case SetRules rules -> operations.set(rules);
            case SetProductRules rules -> operations.set(rules);
            case RecordAccount account -> credits.record(account);
            case CreditAllowances credit -> credits.credit(credit);
            case CreditFunds credit -> credits.credit(credit);
            case RecallAllowances recall -> recalls.recall(recall);
            case RecallFunds recall -> recalls.recall(recall);
            case ConfirmSettlement settled -> finality.settle(settled);
            case UndoTrade undone -> finality.undo(undone);
            case ConfirmClearing cleared -> finality.clear(cleared);
        }
    }

    /** Offset of the last command applied, -1 when there was none. */
    public long position() {
        return state.position;
    }

    /** The whole state in canonical bytes: the same state, the same bytes. */
    public byte[] snapshot() {
        return StateForm.write(state);
    }

    /**
     * The engine that gave a snapshot.
     *
     * @throws org.carbonmarket.trading.engine.snapshot.CorruptSnapshot for anything else
     */
    public static MarketEngine restore(byte[] snapshot) {
        return new MarketEngine(StateForm.read(snapshot));
    }

    /** SHA-256 of {@link #snapshot()}, in hexadecimal. */
    public String stateHash() {
        return Sha256.hex(snapshot());
    }

    /**
     * The quotes of the products that changed since the last call, one each, as of now. Not part of
     * the state: after {@link #restore} all are told again.
     */
    public List<QuotePublished> dirtyQuotes() {
        return quotes.take();
    }

    /** The market as it stands. */
    public MarketView view() {
        return Views.of(state);
    }

    /** An account's position as it stands; empty for one this market has never heard of. */
    public Optional<AccountView> account(AccountId id) {
        return Optional.ofNullable(state.accounts.find(id)).map(found -> Views.of(state, found));
    }
}
