package org.carbonmarket.registry.emissions;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.emissions.EmissionsApproved.ApprovedEmissions;
import org.jspecify.annotations.Nullable;

/** Yearly reports from submission through verification to approval. */
@ApplicationScoped
@Transactional
class Reports implements VerifiedEmissions {

    private static final int FIRST_YEAR = 2013;

    private final ReportTable table;
    private final Accounts accounts;
    private final BusinessClock clock;
    private final List<EmissionsApproved> followers;

    Reports(
            ReportTable table,
            Accounts accounts,
            BusinessClock clock,
            @All List<EmissionsApproved> followers) {
        this.table = table;
        this.accounts = accounts;
        this.clock = clock;
        this.followers = followers;
    }

    @Override
    public Optional<Tonnes> of(AccountId account, int year) {
        return Optional.ofNullable(table.approved(year, List.of(account)).get(account));
    }

    @Override
    public Map<AccountId, Tonnes> of(Collection<AccountId> asked, int year) {
        return table.approved(year, asked);
    }

    @Override
    public Map<AccountId, Tonnes> ofYear(int year) {
        return table.approved(year);
    }

    /**
     * Takes a report as the next version of its year.
     *
     * @throws Refusal 409 while the version before is under review
     */
    ReportVersion submit(AccountId account, int year, EmissionsReport report, String actor) {
        OffsetDateTime now = clock.now();
        if (year < FIRST_YEAR || year >= now.getYear()) {
            throw Refusal.unprocessable(
                    "YEAR_NOT_OVER", "year", "A report is of a past year, from 2013 on.");
        }
        accounts.requireKnown(account);
        Optional<ReportVersion> newest = table.lockNewest(account, year);
        if (newest.isPresent() && newest.get().state().isUnderReview()) {
            throw underReview(newest.get().version());
        }
        ReportVersion submitted =
                new ReportVersion(
                        account,
                        year,
                        newest.map(ReportVersion::version).orElse(0) + 1,
                        ReportState.SUBMITTED,
                        report.emissions(),
                        report,
                        actor,
                        now,
                        null,
                        null,
                        null,
                        null,
                        null);
        if (!table.insert(submitted)) {
            throw underReview(submitted.version());
        }
        return submitted;
    }

    /** The verifier confirms or returns; said again, it changes nothing. */
    ReportVersion verify(AccountId account, int year, int number, Verdict verdict, String actor) {
        ReportState next =
                switch (verdict.outcome()) {
                    case CONFIRMED -> ReportState.VERIFIED;
                    case RETURNED -> ReportState.RETURNED;
                };
        ReportVersion version = lock(account, year, number);
        if (version.state() == next && actor.equals(version.verifiedBy())) {
            return version;
        }
        requireStep(version, ReportState.SUBMITTED, next);
        requireAnotherPerson(actor, version.submittedBy());
        return store(verified(version, next, actor, verdict.remark()));
    }

    /** The authority approves or returns what was verified; said again, it changes nothing. */
    ReportVersion decide(AccountId account, int year, int number, Verdict verdict, String actor) {
        ReportState next =
                switch (verdict.outcome()) {
                    case CONFIRMED -> ReportState.APPROVED;
                    case RETURNED -> ReportState.RETURNED;
                };
        ReportVersion version = lock(account, year, number);
        if (version.state() == next && actor.equals(version.decidedBy())) {
            return version;
        }
        requireStep(version, ReportState.VERIFIED, next);
        requireAnotherPerson(actor, version.submittedBy());
        requireAnotherPerson(actor, version.verifiedBy());
        ReportVersion decided = store(decided(version, next, actor, verdict.remark()));
        if (next == ReportState.APPROVED) {
            ApprovedEmissions approved =
                    new ApprovedEmissions(account, year, number, version.emissions(), clock.now());
            followers.forEach(follower -> follower.onApproved(approved));
        }
        return decided;
    }

    List<ReportVersion> versions(AccountId account, int year) {
        List<ReportVersion> versions = table.versionsOf(account, year);
        if (versions.isEmpty()) {
            throw unknown(account, year);
        }
        return versions;
    }

    List<ReportVersion.Line> page(
            int year, @Nullable ReportState state, @Nullable String after, int limit) {
        return table.page(year, state, after, limit);
    }

    private ReportVersion lock(AccountId account, int year, int number) {
        return table.lock(account, year, number).orElseThrow(() -> unknown(account, year));
    }

    private ReportVersion store(ReportVersion changed) {
        table.update(changed);
        return changed;
    }

    private ReportVersion verified(
            ReportVersion before, ReportState state, String actor, @Nullable String remark) {
        return new ReportVersion(
                before.account(),
                before.year(),
                before.version(),
                state,
                before.emissions(),
                before.report(),
                before.submittedBy(),
                before.submittedAt(),
                actor,
                clock.now(),
                null,
                null,
                remark);
    }

    private ReportVersion decided(
            ReportVersion before, ReportState state, String actor, @Nullable String remark) {
        return new ReportVersion(
                before.account(),
                before.year(),
                before.version(),
                state,
                before.emissions(),
                before.report(),
                before.submittedBy(),
                before.submittedAt(),
                before.verifiedBy(),
                before.verifiedAt(),
                actor,
                clock.now(),
                remark);
    }

    private static void requireStep(ReportVersion version, ReportState from, ReportState next) {
        if (version.state() != from || !from.mayBecome(next)) {
            throw Refusal.conflict(
                    "REPORT_STATE",
                    "Version %d is %s and cannot become %s."
                            .formatted(version.version(), version.state(), next));
        }
    }

    private static void requireAnotherPerson(String actor, @Nullable String earlier) {
        if (actor.equals(earlier)) {
            throw new Refusal(
                    403,
                    "SAME_PERSON",
                    null,
                    "A report is submitted, verified and approved by three persons.");
        }
    }

    private static Refusal underReview(int version) {
        return Refusal.conflict(
                "REPORT_UNDER_REVIEW",
                "Version %d is under review; a new one follows its return or approval."
                        .formatted(version));
    }

    private static Refusal unknown(AccountId account, int year) {
        return Refusal.notFound(
                "REPORT_UNKNOWN",
                "There is no such report of account %s for %d.".formatted(account, year));
    }
}
