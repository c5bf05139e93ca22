package org.carbonmarket.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.carbonmarket.trading.engine.Scenario.ANNA;
import static org.carbonmarket.trading.engine.Scenario.BO;
import static org.carbonmarket.trading.engine.Scenario.CHEN;
import static org.carbonmarket.trading.engine.Scenario.keyed;

import java.util.Arrays;
import java.util.List;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.trading.ExecutionEvent.ExecutionRecorded;
import org.carbonmarket.events.trading.OrderEvent.OrderPlaced;
import org.carbonmarket.events.trading.Side;
import org.carbonmarket.trading.engine.snapshot.CorruptSnapshot;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private final Scenario market = Scenario.openMarket();

    @Test
    void aRestoredEngineGivesTheSameBytes() {
        market.sell(ANNA, "48.50", 100);
        market.buy(BO, "48.50", 40);
        market.send(keyed(market.order(CHEN, Side.SELL, "47.00", 5), "a", "k1", "d"));
        market.send(keyed(market.order(CHEN, Side.SELL, "99.00", 5), "b", "k2", "d"));
        byte[] snapshot = market.engine().snapshot();

        MarketEngine restored = MarketEngine.restore(snapshot);

        assertThat(restored.snapshot()).isEqualTo(snapshot);
        assertThat(restored.stateHash()).isEqualTo(market.engine().stateHash());
        assertThat(restored.position()).isEqualTo(market.engine().position());
        assertThat(restored.view()).isEqualTo(market.engine().view());
    }

    @Test
    void anEngineBeforeItsFirstCommandHasASnapshotToo() {
        byte[] snapshot = new MarketEngine(Market.GD).snapshot();

        assertThat(MarketEngine.restore(snapshot).snapshot()).isEqualTo(snapshot);
        assertThat(MarketEngine.restore(snapshot).position()).isEqualTo(-1);
    }

    @Test
    void timePriorityOutlivesARestart() {
        OrderId early = market.rests(ANNA, Side.SELL, "48.50", 10);
        market.rests(CHEN, Side.SELL, "48.50", 10);
        market.restart();

        ExecutionRecorded execution = (ExecutionRecorded) market.buy(BO, "48.50", 5).get(1);

        assertThat(execution.sellOrder()).isEqualTo(early);
    }

    @Test
    void idempotencyKeysOutliveARestart() {
        market.send(keyed(market.order(ANNA, Side.SELL, "48.00", 5), "a", "key", "d"));
        market.restart();

        OrderPlaced again =
                (OrderPlaced)
                        market.send(
                                        keyed(
                                                market.order(ANNA, Side.SELL, "48.00", 5),
                                                "b",
                                                "key",
                                                "d"))
                                .getLast();

        assertThat(again.repeated()).isTrue();
        assertThat(again.command()).isEqualTo("b");
    }

    @Test
    void aKeyThatIsNoValidTextOutlivesARestartAsItWas() {
        for (String key : List.of("\uD800", "?", "\u78B3", "\u00e9")) {
            market.send(keyed(market.order(ANNA, Side.SELL, "48.00", 5), "a", key, key));
        }
        market.restart();

        for (String key : List.of("\uD800", "?", "\u78B3", "\u00e9")) {
            OrderPlaced again =
                    (OrderPlaced)
                            market.send(
                                            keyed(
                                                    market.order(ANNA, Side.SELL, "48.00", 5),
                                                    "b",
                                                    key,
                                                    key))
                                    .getLast();
            assertThat(again.repeated()).as(key).isTrue();
        }
    }

    @Test
    void whatIsNoSnapshotIsRefused() {
        byte[] snapshot = market.engine().snapshot();
        byte[] otherVersion = snapshot.clone();
        otherVersion[7] = 99;
        byte[] tooLong = Arrays.copyOf(snapshot, snapshot.length + 1);

        for (byte[] bytes : new byte[][] {new byte[0], new byte[64], otherVersion, tooLong}) {
            assertThatThrownBy(() -> MarketEngine.restore(bytes))
                    .isInstanceOf(CorruptSnapshot.class);
        }
        for (int length = 0; length < snapshot.length; length++) {
            byte[] cut = Arrays.copyOf(snapshot, length);
            assertThatThrownBy(() -> MarketEngine.restore(cut)).isInstanceOf(CorruptSnapshot.class);
        }
    }

    @Test
    void aSnapshotWithOneBitTurnedIsRefused() {
        byte[] snapshot = market.engine().snapshot();
        for (int bit = 0; bit < snapshot.length * Byte.SIZE; bit++) {
            byte[] damaged = snapshot.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> MarketEngine.restore(damaged))
                    .isInstanceOf(CorruptSnapshot.class);
        }
    }
}
