package org.carbonmarket.reporting.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carbonmarket.delivery.inbox.Received;
import org.carbonmarket.events.topic.Topic;
import org.carbonmarket.reporting.database.Column;
import org.carbonmarket.reporting.database.Database;
import org.carbonmarket.reporting.folding.View;

/** Counts the events of every topic and remembers the newest. */
@ApplicationScoped
public class TopicProgress implements View {

    private static final String COUNT =
            """
            insert into topic_progress as p (topic, partition, events, last_sequence, last_at)
            select * from unnest(?::text[], ?::int8[], ?::int8[], ?::int8[], ?::timestamptz[])
            on conflict (topic, partition) do update
               set events = p.events + excluded.events,
                   last_sequence = greatest(p.last_sequence, excluded.last_sequence),
                   last_at = greatest(p.last_at, excluded.last_at)
            """;

    private static final String READ =
            """
            select topic, partition, events, last_sequence, last_at
              from topic_progress
             order by topic, partition
            """;

    private final Database database;

    TopicProgress(Database database) {
        this.database = database;
    }

    @Override
    public void fold(List<Received> batch) {
        TreeMap<Integer, Folded> folded = new TreeMap<>();
        for (Received received : batch) {
            folded.merge(received.partition(), Folded.of(received), Folded::and);
        }
        Collection<Folded> rows = folded.values();
        database.update(
                COUNT,
                Column.text(rows, row -> row.topic().topicName()),
                Column.bigint(rows, Folded::partition),
                Column.bigint(rows, Folded::events),
                Column.bigint(rows, Folded::lastSequence),
                Column.text(rows, Folded::lastAt));
    }

    /** Every partition that has brought an event, by topic and partition. */
    List<Folded> all() {
        return database.query(
                READ,
                row ->
                        new Folded(
                                Topic.named(row.text("topic")),
                                Math.toIntExact(row.number("partition")),
                                row.number("events"),
                                row.number("last_sequence"),
                                row.time("last_at")));
    }

    /** How much of these topics an answer knows; of all topics when none is named. */
    public AsOf asOf(Topic... topics) {
        List<Topic> wanted = List.of(topics);
        Stream<Folded> relevant =
                all().stream().filter(row -> wanted.isEmpty() || wanted.contains(row.topic()));
        return AsOf.of(relevant.toList());
    }
}
