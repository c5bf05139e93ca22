package org.carbonmarket.reporting.reconciliation;

import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.ComplianceEvent.AllowancesSurrendered;
import org.carbonmarket.events.registry.HoldingEvent;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesCancelled;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesEntrusted;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesFrozen;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesIssued;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesRecallRequested;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesReturned;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesTakenBack;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesTransferred;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesUnfrozen;
import org.carbonmarket.events.settlement.FundsEvent;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;
import org.carbonmarket.events.settlement.FundsEvent.FundsEntrusted;
import org.carbonmarket.events.settlement.FundsEvent.FundsFrozen;
import org.carbonmarket.events.settlement.FundsEvent.FundsRecallRequested;
import org.carbonmarket.events.settlement.FundsEvent.FundsReturned;
import org.carbonmarket.events.settlement.FundsEvent.FundsUnfrozen;
import org.carbonmarket.events.settlement.FundsEvent.FundsWithdrawn;
import org.carbonmarket.events.trading.PositionEvent;
import org.carbonmarket.events.trading.PositionEvent.AllowancesCredited;
import org.carbonmarket.events.trading.PositionEvent.AllowancesRecalled;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsCredited;
import org.carbonmarket.events.trading.PositionEvent.FundsRecalled;
import org.carbonmarket.events.trading.PositionEvent.FundsReleased;
import org.carbonmarket.events.trading.PositionEvent.PositionStated;
import org.carbonmarket.events.trading.PositionEvent.ReleaseRejected;
import org.carbonmarket.reporting.reconciliation.HandOver.Side;
import org.carbonmarket.reporting.reconciliation.HandOver.Way;
import org.carbonmarket.reporting.reconciliation.Movement.Kind;

/** How value that comes, goes, and changes hands between its owner and an engine is posted. */
final class Posting {

    private final Postings to;

    Posting(Postings to) {
        this.to = to;
    }

    void post(HoldingEvent event) {
        String account = event.account().value();
        String product = event.product().value();
        long tonnes = event.tonnes().value();
        switch (event) {
            case AllowancesIssued issued -> {
                to.move(account, product, Movement.NO_MARKET, Kind.BROUGHT, tonnes);
                once(Way.ISSUANCE, issued.posting(), account, product);
            }
            case AllowancesEntrusted moved -> {
                to.move(account, product, moved.market().name(), Kind.ENTRUSTED, tonnes);
                given(
                        Way.ALLOWANCES_INTO_TRADING,
                        moved.entrustment(),
                        account,
                        product,
                        Texts.of(account, product, tonnes, moved.market()));
            }
            case AllowancesReturned moved -> {
                to.move(account, product, moved.market().name(), Kind.RETURNED, tonnes);
                taken(
                        Way.ALLOWANCES_OUT_OF_TRADING,
                        moved.release(),
                        account,
                        product,
                        Texts.of(account, product, tonnes, moved.market()));
            }
            case AllowancesTransferred moved -> {
                takenAway(account, product, tonnes);
                to.move(
                        moved.receiver().value(),
                        product,
                        Movement.NO_MARKET,
                        Kind.BROUGHT,
                        tonnes);
            }
            case AllowancesCancelled _, AllowancesTakenBack _ ->
                    takenAway(account, product, tonnes);
            case AllowancesFrozen _, AllowancesUnfrozen _, AllowancesRecallRequested _ -> {
                // Stays in the registry, or is announced only.
            }
        }
    }

    private void takenAway(String account, String product, long tonnes) {
        to.move(account, product, Movement.NO_MARKET, Kind.TAKEN_AWAY, tonnes);
    }

    void post(AllowancesSurrendered event) {
        takenAway(event.account().value(), event.product().value(), event.tonnes().value());
        once(Way.SURRENDER, event.posting(), event.account().value(), event.product().value());
    }

    void post(FundsEvent event) {
        String account = event.account().value();
        long fen = event.amount().fen();
        switch (event) {
            case FundsDeposited moved -> {
                to.move(account, Movement.MONEY, Movement.NO_MARKET, Kind.BROUGHT, fen);
                once(Way.DEPOSIT, moved.bankReference(), account, Movement.MONEY);
            }
            case FundsWithdrawn moved -> {
                to.move(account, Movement.MONEY, Movement.NO_MARKET, Kind.TAKEN_AWAY, fen);
                once(Way.WITHDRAWAL, moved.bankReference(), account, Movement.MONEY);
            }
            case FundsEntrusted moved -> {
                to.move(account, Movement.MONEY, moved.market().name(), Kind.ENTRUSTED, fen);
                given(
                        Way.FUNDS_INTO_TRADING,
                        moved.entrustment(),
                        account,
                        Movement.MONEY,
                        Texts.of(account, moved.amount(), moved.market()));
            }
            case FundsReturned moved -> {
                to.move(account, Movement.MONEY, moved.market().name(), Kind.RETURNED, fen);
                taken(
                        Way.FUNDS_OUT_OF_TRADING,
                        moved.release(),
                        account,
                        Movement.MONEY,
                        Texts.of(account, moved.amount(), moved.market()));
            }
            case FundsFrozen _, FundsUnfrozen _, FundsRecallRequested _ -> {
                // Stays in settlement, or is announced only.
            }
        }
    }

    void post(PositionEvent event) {
        switch (event) {
            case AllowancesCredited moved ->
                    credited(
                            Way.ALLOWANCES_INTO_TRADING,
                            moved.entrustment(),
                            event,
                            moved.product(),
                            moved.tonnes());
            case AllowancesReleased moved ->
                    released(
                            Way.ALLOWANCES_OUT_OF_TRADING,
                            moved.release(),
                            event,
                            moved.product(),
                            moved.tonnes());
            case AllowancesRecalled moved ->
                    released(
                            Way.ALLOWANCES_OUT_OF_TRADING,
                            moved.release(),
                            event,
                            moved.product(),
                            moved.tonnes());
            case FundsCredited moved -> credited(moved);
            case FundsReleased moved -> released(event, moved.release(), moved.amount());
            case FundsRecalled moved -> released(event, moved.release(), moved.amount());
            case ReleaseRejected _, PositionStated _ -> {
                // Moves nothing.
            }
        }
    }

    private void credited(
            Way way, String number, PositionEvent event, ProductCode product, Tonnes tonnes) {
        String account = event.account().value();
        String market = event.market().name();
        to.move(account, product.value(), market, Kind.CREDITED, tonnes.value());
        taken(way, number, account, product.value(), Texts.of(account, product, tonnes, market));
    }

    private void released(
            Way way, String number, PositionEvent event, ProductCode product, Tonnes tonnes) {
        String account = event.account().value();
        String market = event.market().name();
        to.move(account, product.value(), market, Kind.RELEASED, tonnes.value());
        given(way, number, account, product.value(), Texts.of(account, product, tonnes, market));
    }

    private void credited(FundsCredited moved) {
        String account = moved.account().value();
        String market = moved.market().name();
        to.move(account, Movement.MONEY, market, Kind.CREDITED, moved.amount().fen());
        taken(
                Way.FUNDS_INTO_TRADING,
                moved.entrustment(),
                account,
                Movement.MONEY,
                Texts.of(account, moved.amount(), market));
    }

    private void released(PositionEvent event, String release, Money amount) {
        String account = event.account().value();
        String market = event.market().name();
        to.move(account, Movement.MONEY, market, Kind.RELEASED, amount.fen());
        given(
                Way.FUNDS_OUT_OF_TRADING,
                release,
                account,
                Movement.MONEY,
                Texts.of(account, amount, market));
    }

    /** What may be told once: a second time with the same number is a doubled event. */
    private void once(Way way, Object number, String account, String item) {
        given(way, number.toString(), account, item, account);
        taken(way, number.toString(), account, item, account);
    }

    private void given(Way way, String number, String account, String item, String said) {
        HandOver.Key key = new HandOver.Key(way, number);
        to.handOver(new HandOver(key, account, item, new Side(said, 1), Side.SILENT));
    }

    private void taken(Way way, String number, String account, String item, String said) {
        HandOver.Key key = new HandOver.Key(way, number);
        to.handOver(new HandOver(key, account, item, Side.SILENT, new Side(said, 1)));
    }
}
