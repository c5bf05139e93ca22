package org.carbonmarket.registry.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.carbonmarket.delivery.outbox.Outbox;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.registry.HoldingEvent.AllowancesIssued;
import org.carbonmarket.ledger.SealedPosting;
import org.carbonmarket.registry.holdings.Holding;
import org.carbonmarket.registry.holdings.HoldingsBook;
import org.carbonmarket.registry.holdings.Posting;
import org.carbonmarket.registry.holdings.PostingReason;
import org.carbonmarket.registry.holdings.ledger.Ledger;

/**
 * Allocations from preview to posting. A preview is stored whole or not at all; an approval posts
 * the whole allocation in one transaction, once.
 */
@ApplicationScoped
@Transactional
class Allocations {

    private final AllocationTable table;
    private final LineChecks checks;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;

    Allocations(
            AllocationTable table,
            LineChecks checks,
            Ledger ledger,
            Outbox outbox,
            BusinessClock clock) {
        this.table = table;
        this.checks = checks;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Stores a file of units for approval.
     *
     * @throws Refusal 422 with every line that cannot be posted
     */
    Allocation preview(byte[] file, String actor) {
        UnitFile units = UnitFile.read(file);
        List<LineError> errors = new ArrayList<>(units.errors());
        errors.addAll(checks.errorsIn(units.lines()));
        LineError.refuseAny(errors);
        Allocation preview =
                new Allocation(
                        table.nextNumber(),
                        Allocation.State.PREVIEWED,
                        units.lines().size(),
                        units.lines().stream().mapToLong(line -> line.tonnes().value()).sum(),
                        actor,
                        clock.now(),
                        null,
                        null,
                        null,
                        null);
        table.insert(preview, units.lines());
        return preview;
    }

    /**
     * Posts an allocation on a second person's word; one posted already stays as it is.
     *
     * @throws Refusal 422 with every line that cannot be posted any more
     */
    Allocation approve(String number, String approver) {
        Allocation allocation = table.lock(number).orElseThrow(() -> unknown(number));
        if (allocation.isPosted()) {
            return allocation;
        }
        if (allocation.previewedBy().equals(approver)) {
            throw new Refusal(
                    403,
                    "SAME_PERSON",
                    null,
                    "An allocation is approved by a person other than the one who filed it.");
        }
        List<AllocationLine> lines = table.linesOf(number);
        List<LineError> errors = checks.errorsIn(lines);
        LineError.refuseAny(errors);
        if (table.claimGrants(number) != lines.size()) {
            throw new Refusal(
                    409,
                    "ALREADY_ALLOCATED",
                    null,
                    "Units of this allocation are being allocated by another; look again.");
        }
        post(number, lines, approver);
        return find(number);
    }

    private void post(String number, List<AllocationLine> lines, String approver) {
        OffsetDateTime now = clock.now();
        HoldingsBook book =
                ledger.lock(
                        lines.stream()
                                .map(line -> new Holding(line.account(), line.product()))
                                .toList());
        for (AllocationLine line : lines) {
            Posting.Cause cause =
                    new Posting.Cause(
                            PostingReason.INITIAL_ALLOCATION, line.document(), approver, now);
            book.post(Posting.issue(cause, line.account(), line.product(), line.tonnes()));
        }
        List<SealedPosting<Posting>> sealed = ledger.write(book);
        table.markPosted(
                number, approver, now, sealed.getFirst().number(), sealed.getLast().number());
        List<AllowancesIssued> events = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            AllocationLine line = lines.get(i);
            events.add(
                    new AllowancesIssued(
                            sealed.get(i).number(),
                            line.account(),
                            line.product(),
                            line.tonnes(),
                            PostingReason.INITIAL_ALLOCATION.name(),
                            line.document(),
                            now));
        }
        outbox.publish(events);
    }

    Allocation find(String number) {
        return table.find(number).orElseThrow(() -> unknown(number));
    }

    private static Refusal unknown(String number) {
        return new Refusal(
                404, "ALLOCATION_UNKNOWN", null, "There is no allocation " + number + ".");
    }
}
