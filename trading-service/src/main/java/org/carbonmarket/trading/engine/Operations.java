package org.carbonmarket.trading.engine;

import java.time.OffsetDateTime;
import org.carbonmarket.events.marketlog.MarketCommand.Halt;
import org.carbonmarket.events.marketlog.MarketCommand.ListProduct;
import org.carbonmarket.events.marketlog.MarketCommand.Resume;
import org.carbonmarket.events.marketlog.MarketCommand.SetProductRules;
import org.carbonmarket.events.marketlog.MarketCommand.SetRules;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.trading.RejectionCode;
import org.carbonmarket.events.trading.SessionEvent.ProductListed;
import org.carbonmarket.events.trading.SessionEvent.TradingHalted;
import org.carbonmarket.events.trading.SessionEvent.TradingResumed;
import org.carbonmarket.trading.engine.risk.Capacity;
import org.carbonmarket.trading.engine.risk.MarketRules;
import org.carbonmarket.trading.engine.risk.ProductRules;
import org.carbonmarket.trading.engine.risk.Refusal;
import org.carbonmarket.trading.engine.session.Product;
import org.jspecify.annotations.Nullable;

/**
 * What market operators ask for: products, rules, halts. Each request is answered once, done or
 * refused; one for what is so already is done and changes nothing.
 */
final class Operations {

    private final MarketState state;
    private final Quotes quotes;
    private final OperatorAnswers answers;

    Operations(MarketState state, Quotes quotes, OperatorAnswers answers) {
        this.state = state;
        this.quotes = quotes;
        this.answers = answers;
    }

    /** A reference beyond {@link Capacity#PRICE} cannot be traded and lists nothing. */
    void list(ListProduct command) {
        Price given = command.referencePrice();
        Price reference = given == null ? state.composite : given;
        Product known = state.products.find(command.product());
        boolean isListed = known != null && known.isListed();
        if (!isListed && reference.fen() > Capacity.PRICE) {
            answers.refused(command.command(), tooHigh(), command.at());
            return;
        }
        if (!isListed) {
            state.products.know(command.product()).list(reference);
            state.publisher.session(
                    new ProductListed(state.market, command.product(), reference, command.at()));
        }
        answers.done(command.command(), command.at());
    }

    /** Sound rules wait for the next opening. */
    void set(SetRules command) {
        MarketRules rules = state.nextRules.with(command);
        String fault = rules.fault();
        if (fault == null) {
            state.nextRules = rules;
        }
        answer(command.command(), fault == null ? null : outOfRange(fault), command.at());
    }

    /** Sound rules wait for the next opening. */
    void set(SetProductRules command) {
        Product product = state.products.find(command.product());
        if (product == null || !product.isListed()) {
            answers.refused(command.command(), notListed(command.product()), command.at());
            return;
        }
        String fault = ProductRules.fault(command);
        if (fault == null) {
            product.setOwnRules(ProductRules.of(command));
        }
        answer(command.command(), fault == null ? null : outOfRange(fault), command.at());
    }

    void halt(Halt command) {
        if (isKnown(command.product(), command.command(), command.at())) {
            if (switchHalt(command.product(), true)) {
                quotes.allChanged();
                state.publisher.session(
                        new TradingHalted(
                                state.market, command.product(), command.reason(), command.at()));
            }
            answers.done(command.command(), command.at());
        }
    }

    void resume(Resume command) {
        if (isKnown(command.product(), command.command(), command.at())) {
            if (switchHalt(command.product(), false)) {
                quotes.allChanged();
                state.publisher.session(
                        new TradingResumed(
                                state.market, command.product(), command.reason(), command.at()));
            }
            answers.done(command.command(), command.at());
        }
    }

    /** Whether there is something to halt; otherwise the request is refused. */
    private boolean isKnown(@Nullable ProductCode code, String command, OffsetDateTime at) {
        if (code == null) {
            return true;
        }
        Product product = state.products.find(code);
        boolean isListed = product != null && product.isListed();
        if (!isListed) {
            answers.refused(command, notListed(code), at);
        }
        return isListed;
    }

    private boolean switchHalt(@Nullable ProductCode code, boolean halt) {
        return code == null ? state.day.halt(halt) : state.products.know(code).halt(halt);
    }

    private void answer(String command, @Nullable Refusal refusal, OffsetDateTime at) {
        if (refusal == null) {
            answers.done(command, at);
        } else {
            answers.refused(command, refusal, at);
        }
    }

    private static Refusal notListed(ProductCode code) {
        return new Refusal(
                RejectionCode.PRODUCT_UNKNOWN,
                "product",
                "The product " + code + " is not listed in this market.");
    }

    private static Refusal tooHigh() {
        return new Refusal(
                RejectionCode.PRICE_OUTSIDE_LIMITS,
                "referencePrice",
                "No product is traded above " + Price.ofFen(Capacity.PRICE) + " yuan.");
    }

    private static Refusal outOfRange(String field) {
        return new Refusal(
                RejectionCode.QUANTITY_OUT_OF_RANGE,
                field,
                "The rule " + field + " is out of the range this market can apply.");
    }
}
