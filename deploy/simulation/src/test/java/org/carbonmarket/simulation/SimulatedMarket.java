package org.carbonmarket.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carbonmarket.events.marketlog.MarketCommand;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.trading.engine.AccountView;
import org.carbonmarket.trading.engine.MarketEngine;
import org.carbonmarket.trading.engine.MarketView;

/**
 * A market's engine over its log. Outputs and position are one transaction of the broker; an engine
 * that ends comes back from its newest snapshot and the log.
 */
final class SimulatedMarket implements SimulatedProcess {

    private final Broker broker;
    private final Market market;
    private final Broker.Partition log;
    private byte[] snapshot;
    private long committed;
    private MarketEngine engine;

    SimulatedMarket(Broker broker, Market market) {
        this.broker = broker;
        this.market = market;
        this.log = new Broker.Partition(Topic.MARKET_LOG, market.partition());
        this.engine = new MarketEngine(market);
        this.snapshot = engine.snapshot();
    }

    @Override
    public void step(Chance chance) {
        if (chance.oneIn(20)) {
            snapshot = engine.snapshot();
        }
        List<Broker.Message> outputs = new ArrayList<>();
        List<Broker.Message> commands = broker.read(log, committed, chance.batch());
        for (Broker.Message message : commands) {
            engine.apply(
                    message.offset(),
                    (MarketCommand) message.event(),
                    (event, sequence) -> outputs.add(new Broker.Message(0, sequence, event)));
        }
        if (chance.crashes()) {
            recover();
            return;
        }
        outputs.forEach(output -> broker.append(output.event(), output.sequence()));
        committed += commands.size();
        if (chance.crashes()) {
            recover();
        }
    }

    private void recover() {
        engine = MarketEngine.restore(snapshot);
        long from = engine.position() + 1;
        for (Broker.Message message : broker.read(log, from, (int) (committed - from))) {
            engine.apply(
                    message.offset(), (MarketCommand) message.event(), (event, sequence) -> {});
        }
    }

    @Override
    public boolean rests() {
        return committed == broker.end(log);
    }

    void send(MarketCommand command) {
        broker.append(command, 0);
    }

    Market market() {
        return market;
    }

    MarketView view() {
        return engine.view();
    }

    /** Where the next command will lie. */
    long end() {
        return broker.end(log);
    }

    Optional<AccountView> account(AccountId account) {
        return engine.account(account);
    }
}
