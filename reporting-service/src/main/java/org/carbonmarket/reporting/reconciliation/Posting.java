package org.carbonmarket.reporting.reconciliation;

import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.registry.ComplianceEvent.AllowancesSurrendered;
import org.carbonmarket.events.registry.HoldingEvent;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesEntrusted;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesIssued;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesReturned;
import org.carbonmarket.events.settlement.FundsEvent;
import org.carbonmarket.events.settlement.FundsEvent.FundsDeposited;
import org.carbonmarket.events.settlement.FundsEvent.FundsEntrusted;
import org.carbonmarket.events.settlement.FundsEvent.FundsReturned;
import org.carbonmarket.events.settlement.FundsEvent.FundsWithdrawn;
import org.carbonmarket.events.trading.PositionEvent;
import org.carbonmarket.events.trading.PositionEvent.AllowancesCredited;
import org.carbonmarket.events.trading.PositionEvent.AllowancesReleased;
import org.carbonmarket.events.trading.PositionEvent.FundsCredited;
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
        }
    }

    void post(AllowancesSurrendered event) {
        to.move(
                event.account().value(),
                event.product().value(),
                Movement.NO_MARKET,
                Kind.TAKEN_AWAY,
                event.tonnes().value());
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
        }
    }

    void post(PositionEvent event) {
        String account = event.account().value();
        String market = event.market().name();
        switch (event) {
            case AllowancesCredited moved -> {
                engine(Kind.CREDITED, account, moved.product(), market, moved.tonnes());
                taken(
                        Way.ALLOWANCES_INTO_TRADING,
                        moved.entrustment(),
                        account,
                        moved.product().value(),
                        Texts.of(account, moved.product(), moved.tonnes(), market));
            }
            case AllowancesReleased moved -> {
                engine(Kind.RELEASED, account, moved.product(), market, moved.tonnes());
                given(
                        Way.ALLOWANCES_OUT_OF_TRADING,
                        moved.release(),
                        account,
                        moved.product().value(),
                        Texts.of(account, moved.product(), moved.tonnes(), market));
            }
            case FundsCredited moved -> {
                engine(Kind.CREDITED, account, market, moved.amount());
                taken(
                        Way.FUNDS_INTO_TRADING,
                        moved.entrustment(),
                        account,
                        Movement.MONEY,
                        Texts.of(account, moved.amount(), market));
            }
            case FundsReleased moved -> {
                engine(Kind.RELEASED, account, market, moved.amount());
                given(
                        Way.FUNDS_OUT_OF_TRADING,
                        moved.release(),
                        account,
                        Movement.MONEY,
                        Texts.of(account, moved.amount(), market));
            }
            case ReleaseRejected _, PositionStated _ -> {
                // Moves nothing.
            }
        }
    }

    private void engine(
            Kind kind, String account, ProductCode product, String market, Tonnes tonnes) {
        to.move(account, product.value(), market, kind, tonnes.value());
    }

    private void engine(Kind kind, String account, String market, Money amount) {
        to.move(account, Movement.MONEY, market, kind, amount.fen());
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
