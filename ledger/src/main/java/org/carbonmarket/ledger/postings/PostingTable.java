package org.carbonmarket.ledger.postings;

import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.ledger.Chain;
import org.carbonmarket.ledger.ChainedEntry;
import org.carbonmarket.ledger.ChainedPosting;
import org.carbonmarket.ledger.SealedPosting;
import org.carbonmarket.ledger.Sha256;
import org.carbonmarket.ledger.database.Column;
import org.carbonmarket.ledger.database.Database;

/**
 * The tables {@code posting}, {@code entry} and {@code chain_head} of one ledger, in the caller's
 * transaction. Whoever appends holds the end of the chain until the transaction ends: commits of a
 * ledger come one after the other, and its numbers have no gap. Take this lock last.
 */
public final class PostingTable<E extends ChainedEntry, P extends ChainedPosting> {

    private static final String INSERT_POSTINGS =
            """
            insert into posting
                (number, reason, document, actor, posted_at, previous_hash, hash)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)\
            """;

    private final Database database;
    private final PostingForm<E, P> form;
    private final String insertEntries;
    private final String readChain;

    public PostingTable(Database database, PostingForm<E, P> form) {
        this.database = database;
        this.form = form;
        String value = form.kindColumn() + ", " + form.amountColumn();
        this.insertEntries =
                """
                insert into entry (posting, line, place, bucket, %s)
                select * from unnest(?, ?, ?, ?, ?, ?)\
                """
                        .formatted(value);
        // One statement, so one snapshot: postings made meanwhile are not half seen.
        this.readChain =
                """
                select head.number as head_number, head.hash as head_hash, p.number, p.reason,
                       p.document, p.actor, p.posted_at, p.previous_hash, p.hash,
                       e.place, e.bucket, %s
                from chain_head head
                left join posting p on true
                left join entry e on e.posting = p.number
                order by p.number, e.line\
                """
                        .formatted(value);
    }

    /** Numbers, seals and stores postings; the statements are the same few for any number. */
    public List<SealedPosting<P>> append(List<P> postings) {
        Chain chain =
                database.find(
                                "select number, hash from chain_head for update",
                                row ->
                                        new Chain(
                                                row.number("number"), Sha256.of(row.bytes("hash"))))
                        .orElseThrow();
        List<SealedPosting<P>> sealed = new ArrayList<>(postings.size());
        for (P posting : postings) {
            sealed.add(chain.append(posting));
        }
        insertPostings(sealed);
        insertEntries(sealed);
        database.update(
                "update chain_head set number = ?, hash = ?", chain.number(), chain.hash().bytes());
        return sealed;
    }

    /** Walks the chain from its first posting to its recorded end. */
    public ChainVerdict verify() {
        ChainWalk<E, P> walk = new ChainWalk<>(form);
        database.stream(readChain, walk);
        return walk.end();
    }

    private void insertPostings(List<SealedPosting<P>> sealed) {
        database.update(
                INSERT_POSTINGS,
                Column.bigint(sealed, SealedPosting::number),
                Column.text(sealed, each -> each.posting().reason().name()),
                Column.text(sealed, each -> each.posting().document()),
                Column.text(sealed, each -> each.posting().actor()),
                Column.time(sealed, each -> each.posting().at()),
                Column.bytes(sealed, each -> each.previousHash().bytes()),
                Column.bytes(sealed, each -> each.hash().bytes()));
    }

    private void insertEntries(List<SealedPosting<P>> sealed) {
        record Line(long posting, int number, ChainedEntry entry) {}
        List<Line> lines = new ArrayList<>();
        for (SealedPosting<P> each : sealed) {
            int number = 0;
            for (ChainedEntry entry : each.posting().entries()) {
                lines.add(new Line(each.number(), ++number, entry));
            }
        }
        database.update(
                insertEntries,
                Column.bigint(lines, Line::posting),
                Column.bigint(lines, Line::number),
                Column.text(lines, line -> line.entry().placeName()),
                Column.text(lines, line -> line.entry().bucketName()),
                Column.text(lines, line -> line.entry().kindName()),
                Column.bigint(lines, line -> line.entry().amount()));
    }
}
