package org.carbonmarket.events.trading;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.topic.MarketScoped;
import org.carbonmarket.events.topic.PublishedEvent;

/** The door between a market and the owners of value: credits in, releases out, statements. */
public sealed interface PositionEvent extends PublishedEvent, MarketScoped {

    AccountId account();

    @Override
    default String key() {
        return account().value();
    }

    /** The engine took up an entrustment of the registry. */
    record AllowancesCredited(
            Market market,
            String entrustment,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            OffsetDateTime at)
            implements PositionEvent {}

    /** The engine took up an entrustment of settlement. */
    record FundsCredited(
            Market market, String entrustment, AccountId account, Money amount, OffsetDateTime at)
            implements PositionEvent {}

    /**
     * The engine let go of allowances; the registry moves them back to {@code available}.
     *
     * @param command the release command this answers
     * @param release the release's number, unique in the platform
     */
    record AllowancesReleased(
            Market market,
            String command,
            String release,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            OffsetDateTime at)
            implements PositionEvent {}

    /** The engine let go of money; settlement moves it back to {@code available}. */
    record FundsReleased(
            Market market,
            String command,
            String release,
            AccountId account,
            Money amount,
            OffsetDateTime at)
            implements PositionEvent {}

    /**
     * The engine let go of allowances the registry called back; more than one may answer a recall.
     *
     * @param release the release's number, unique in the platform
     * @param outstanding what of the recall is still to come
     */
    record AllowancesRecalled(
            Market market,
            String recall,
            String release,
            AccountId account,
            ProductCode product,
            Tonnes tonnes,
            Tonnes outstanding,
            OffsetDateTime at)
            implements PositionEvent {}

    /** The engine let go of money settlement called back, as {@link AllowancesRecalled}. */
    record FundsRecalled(
            Market market,
            String recall,
            String release,
            AccountId account,
            Money amount,
            Money outstanding,
            OffsetDateTime at)
            implements PositionEvent {}

    /** The answer to a release that could not be done; nothing changed. */
    record ReleaseRejected(
            Market market,
            String command,
            AccountId account,
            RejectionCode code,
            String detail,
            OffsetDateTime at)
            implements PositionEvent {}

    /**
     * What the engine holds for an account at the close of a day, for every account whose position
     * changed since it was last stated.
     *
     * @param funds free and reserved money, unsettled proceeds included
     * @param unsettled the part of {@code funds} that waits for settlement
     */
    record PositionStated(
            Market market,
            LocalDate day,
            AccountId account,
            Money funds,
            Money unsettled,
            List<ProductPosition> products,
            OffsetDateTime at)
            implements PositionEvent {

        public PositionStated {
            products = List.copyOf(products);
        }
    }

    /**
     * One product of a statement: everything the engine holds of it for the account.
     *
     * @param tonnes sellable, reserved and bought today together
     * @param boughtToday the part that is sellable from the next trading day
     */
    record ProductPosition(ProductCode product, Tonnes tonnes, Tonnes boughtToday) {}
}
