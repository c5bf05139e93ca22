package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseAllowances;
import org.carbonmarket.events.marketlog.MarketCommand.ReleaseFunds;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.ReleaseRejected;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.trading.engine.positions.Account;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.carbonmarket.trading.engine.session.Product;
import org.jspecify.annotations.Nullable;

/**
 * The way out of trading, in any phase: sellable allowances, and free money whose trades are
 * settled (market rules, Trading: "the proceeds of a sale can buy at once but leave trading only
 * when settled").
 */
final class Releases {

    private final MarketState state;

    Releases(MarketState state) {
        this.state = state;
    }

    void release(ReleaseAllowances command) {
        Account account = state.accounts.find(command.account());
        Product product = state.products.find(command.product());
        Refusal refusal = check(command, account, product);
        if (account == null || product == null || refusal != null) {
            reject(command.command(), command.account(), refusal, command.at());
            return;
        }
        long tonnes = command.tonnes().value();
        account.holdingToChange(product.index()).release(tonnes);
        account.markChanged();
        product.released(tonnes);
        state.touch(account);
        state.publisher.position(
                new AllowancesReleased(
                        state.market,
                        command.command(),
                        state.releaseNumber(),
                        command.account(),
                        command.product(),
                        command.tonnes(),
                        command.at()));
    }

    private static @Nullable Refusal check(
            ReleaseAllowances command, @Nullable Account account, @Nullable Product product) {
        Refusal notActive = Refusals.unlessMayTrade(account, command.account());
        if (account == null || notActive != null) {
            return notActive;
        }
        if (product == null) {
            return new Refusal(
                    RejectionCode.PRODUCT_UNKNOWN,
                    "product",
                    "The product " + command.product() + " is not held in this market.");
        }
        return command.tonnes().isZero()
                ? nothing("tonnes")
                : Refusals.unlessSellable(
                        account.holding(product.index()),
                        command.tonnes().value(),
                        command.product());
    }

    void release(ReleaseFunds command) {
        Account account = state.accounts.find(command.account());
        Refusal refusal = check(command, account);
        if (account == null || refusal != null) {
            reject(command.command(), command.account(), refusal, command.at());
            return;
        }
        long fen = command.amount().fen();
        account.release(fen);
        state.moneyOut(fen);
        state.touch(account);
        state.publisher.position(
                new FundsReleased(
                        state.market,
                        command.command(),
                        state.releaseNumber(),
                        command.account(),
                        command.amount(),
                        command.at()));
    }

    private static @Nullable Refusal check(ReleaseFunds command, @Nullable Account account) {
        Refusal notActive = Refusals.unlessMayTrade(account, command.account());
        if (account == null || notActive != null) {
            return notActive;
        }
        long fen = command.amount().fen();
        if (fen == 0) {
            return nothing("amount");
        }
        if (fen > account.free()) {
            return new Refusal(
                    RejectionCode.FUNDS_INSUFFICIENT,
                    "amount",
                    "%s yuan are free, not %s yuan."
                            .formatted(Money.ofFen(account.free()), command.amount()));
        }
        if (fen > account.releasable()) {
            return new Refusal(
                    RejectionCode.FUNDS_UNSETTLED,
                    "amount",
                    "%s yuan may leave; the rest waits for the settlement of sales."
                            .formatted(Money.ofFen(account.releasable())));
        }
        return null;
    }

    private static Refusal nothing(String field) {
        return new Refusal(
                RejectionCode.QUANTITY_OUT_OF_RANGE, field, "A release must be above zero.");
    }

    private void reject(
            String command, AccountId account, @Nullable Refusal refusal, OffsetDateTime at) {
        if (refusal == null) {
            throw new IllegalStateException("a release is refused for no reason");
        }
        state.publisher.position(
                new ReleaseRejected(
                        state.market, command, account, refusal.code(), refusal.detail(), at));
    }
}
