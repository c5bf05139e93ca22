package org.carbonmarket.registry.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;
import org.carbonmarket.events.registry.DeliveryEvent;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryCompleted;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryLocked;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryRejected;
import org.carbonmarket.events.registry.DeliveryEvent.DeliveryUndone;
import org.carbonmarket.events.settlement.DeliveryRequestEvent.DeliveryRequested;
import org.carbonmarket.events.settlement.SettlementEvent.SettlementFailed;
import org.carbonmarket.events.settlement.SettlementEvent.TradeSettled;
import org.carbonmarket.registry.holdings.Balance;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.junit.jupiter.api.Test;

class DeliveryBookTest {

    private static final AccountId SELLER = AccountId.of("POWER-1");
    private static final AccountId BUYER = AccountId.of("STEEL-1");
    private static final AccountId OTHER = AccountId.of("CEMENT-1");
    private static final ProductCode CEA = ProductCode.of("CEA");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2021-07-16T10:00:00+08:00");
    private static final Money NONE = Money.ofFen(0);

    private final HoldingsBook holdings =
            new HoldingsBook(
                    new HashMap<>(
                            Map.of(
                                    new Holding(SELLER, CEA), new Balance(0, 100, 0, 0),
                                    new Holding(BUYER, CEA), Balance.EMPTY,
                                    new Holding(OTHER, CEA), Balance.EMPTY)));

    private DeliveryBook book = bookKnowing(List.of());

    @Test
    void aRequestLocksTheSellersAllowances() {
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());

        assertThat(book.events())
                .containsExactly(new DeliveryLocked(trade(1), SELLER, CEA, Tonnes.of(60), NOW));
        assertThat(balance(SELLER)).isEqualTo(new Balance(0, 40, 60, 0));
    }

    @Test
    void requestsAreDecidedInOrderOnWhatTheOnesBeforeThemLeft() {
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());
        book.request(request(2, SELLER, BUYER, 60), Optional.empty());
        book.request(request(3, SELLER, BUYER, 40), Optional.empty());

        assertThat(book.events())
                .extracting(DeliveryEvent::getClass)
                .isEqualTo(
                        List.of(
                                DeliveryLocked.class,
                                DeliveryRejected.class,
                                DeliveryLocked.class));
        assertThat(book.events().get(1))
                .isEqualTo(new DeliveryRejected(trade(2), "HOLDING_SHORT", NOW));
        assertThat(balance(SELLER)).isEqualTo(new Balance(0, 0, 100, 0));
    }

    @Test
    void aRequestThatCannotBeTakenIsRejectedWithItsCode() {
        book.request(request(1, SELLER, BUYER, 60), Optional.of("ACCOUNT_UNKNOWN"));

        assertThat(book.events())
                .containsExactly(new DeliveryRejected(trade(1), "ACCOUNT_UNKNOWN", NOW));
        assertThat(balance(SELLER)).isEqualTo(new Balance(0, 100, 0, 0));
    }

    @Test
    void aDoubledRequestChangesNothing() {
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());
        assertThat(book.events()).hasSize(1);

        book = bookKnowing(book.changed());
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());
        assertThat(book.events()).isEmpty();
        assertThat(balance(SELLER)).isEqualTo(new Balance(0, 40, 60, 0));
    }

    @Test
    void whatIsPaidIsDelivered() {
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());
        book.settle(settled(1, SELLER, BUYER, 60));

        assertThat(book.events())
                .last()
                .isEqualTo(new DeliveryCompleted(trade(1), SELLER, BUYER, CEA, Tonnes.of(60), NOW));
        assertThat(balance(SELLER)).isEqualTo(new Balance(0, 40, 0, 0));
        assertThat(balance(BUYER)).isEqualTo(new Balance(0, 60, 0, 0));
    }

    @Test
    void settledTwiceIsDeliveredOnce() {
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());
        book.settle(settled(1, SELLER, BUYER, 60));
        book.settle(settled(1, SELLER, BUYER, 60));

        assertThat(book.events()).hasSize(2);
        assertThat(balance(BUYER)).isEqualTo(new Balance(0, 60, 0, 0));
    }

    @Test
    void whatIsNotPaidGoesBackToTheSeller() {
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());
        book.fail(failed(1, SELLER, BUYER, 60, true));
        book.fail(failed(1, SELLER, BUYER, 60, true));

        assertThat(book.events())
                .containsExactly(
                        new DeliveryLocked(trade(1), SELLER, CEA, Tonnes.of(60), NOW),
                        new DeliveryUndone(trade(1), SELLER, CEA, Tonnes.of(60), NOW));
        assertThat(balance(SELLER)).isEqualTo(new Balance(0, 100, 0, 0));
    }

    @Test
    void aRejectedDeliveryHasNothingToUndo() {
        book.request(request(1, SELLER, BUYER, 160), Optional.empty());
        book.fail(failed(1, SELLER, BUYER, 160, false));

        assertThat(book.events()).hasSize(1);
        assertThat(balance(SELLER)).isEqualTo(new Balance(0, 100, 0, 0));
    }

    @Test
    void aTradeThatFailedBeforeItsRequestIsReadIsNotLockedLater() {
        book.fail(failed(1, SELLER, BUYER, 60, false));
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());

        assertThat(book.events()).isEmpty();
        assertThat(balance(SELLER)).isEqualTo(new Balance(0, 100, 0, 0));
    }

    @Test
    void paidWithoutALockIsAContradiction() {
        assertThatExceptionOfType(DeliveryContradiction.class)
                .isThrownBy(() -> book.settle(settled(1, SELLER, BUYER, 60)));
    }

    @Test
    void paidForAnotherQuantityOrBuyerIsAContradiction() {
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());

        assertThatExceptionOfType(DeliveryContradiction.class)
                .isThrownBy(() -> book.settle(settled(1, SELLER, BUYER, 61)));
        assertThatExceptionOfType(DeliveryContradiction.class)
                .isThrownBy(() -> book.settle(settled(1, SELLER, OTHER, 60)));
        assertThatExceptionOfType(DeliveryContradiction.class)
                .isThrownBy(() -> book.fail(failed(1, SELLER, BUYER, 60, false)));
        assertThat(balance(BUYER)).isEqualTo(Balance.EMPTY);
    }

    @Test
    void aSellerWhoseEarlierPurchaseIsUnderWayWaitsForIt() {
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());
        book.request(request(2, BUYER, OTHER, 60), Optional.empty());
        assertThat(book.events()).hasSize(1);
        Delivery waiting = List.copyOf(book.changed()).getLast();
        assertThat(waiting.state()).isEqualTo(DeliveryState.WAITING);

        book.settle(settled(1, SELLER, BUYER, 60));
        book.retry(waiting);

        assertThat(book.events())
                .last()
                .isEqualTo(new DeliveryLocked(trade(2), BUYER, CEA, Tonnes.of(60), NOW));
        assertThat(balance(BUYER)).isEqualTo(new Balance(0, 0, 60, 0));
    }

    @Test
    void whenTheEarlierPurchaseFailsTheWaitingRequestIsRejected() {
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());
        book.request(request(2, BUYER, OTHER, 60), Optional.empty());
        Delivery waiting = List.copyOf(book.changed()).getLast();
        book.fail(failed(1, SELLER, BUYER, 60, true));
        book.retry(waiting);

        assertThat(book.events())
                .last()
                .isEqualTo(new DeliveryRejected(trade(2), "HOLDING_SHORT", NOW));
    }

    @Test
    void whatThisBatchEndedIsNotWaitedForAgainThoughItIsStoredAsLocked() {
        book.request(request(1, SELLER, BUYER, 60), Optional.empty());
        book.request(request(2, BUYER, OTHER, 61), Optional.empty());
        Delivery waiting = List.copyOf(book.changed()).getLast();
        DeliveryBook next =
                new DeliveryBook(known(book.changed()), holdings, (_, _) -> List.of(trade(1)), NOW);
        next.settle(settled(1, SELLER, BUYER, 60));
        next.retry(waiting);

        assertThat(next.events())
                .last()
                .isEqualTo(new DeliveryRejected(trade(2), "HOLDING_SHORT", NOW));
    }

    @Test
    void aLaterPurchaseIsNotWaitedForSinceItMayWaitForThisSale() {
        book.request(request(2, SELLER, BUYER, 60), Optional.empty());
        book.request(request(1, BUYER, OTHER, 60), Optional.empty());

        assertThat(book.events())
                .last()
                .isEqualTo(new DeliveryRejected(trade(1), "HOLDING_SHORT", NOW));
    }

    private DeliveryBook bookKnowing(Iterable<Delivery> known) {
        return new DeliveryBook(known(known), holdings, (_, _) -> List.of(), NOW);
    }

    private static Map<TradeId, Delivery> known(Iterable<Delivery> deliveries) {
        Map<TradeId, Delivery> known = new HashMap<>();
        deliveries.forEach(delivery -> known.put(delivery.trade(), delivery));
        return known;
    }

    private Balance balance(AccountId account) {
        return holdings.balance(new Holding(account, CEA));
    }

    private static TradeId trade(long number) {
        return new TradeId(Market.CN, number);
    }

    private static DeliveryRequested request(
            long number, AccountId seller, AccountId buyer, long tonnes) {
        return new DeliveryRequested(trade(number), seller, buyer, CEA, Tonnes.of(tonnes), NOW);
    }

    private static TradeSettled settled(
            long number, AccountId seller, AccountId buyer, long tonnes) {
        return new TradeSettled(
                trade(number), buyer, seller, CEA, Tonnes.of(tonnes), NONE, NONE, NONE, NOW);
    }

    private static SettlementFailed failed(
            long number, AccountId seller, AccountId buyer, long tonnes, boolean locked) {
        return new SettlementFailed(
                trade(number),
                buyer,
                seller,
                CEA,
                Tonnes.of(tonnes),
                NONE,
                NONE,
                NONE,
                "FUNDS_SHORT",
                locked,
                null,
                NOW);
    }
}
