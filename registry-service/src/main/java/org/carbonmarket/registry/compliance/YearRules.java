package org.carbonmarket.registry.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.registry.accounts.Accounts;
import org.carbonmarket.registry.rulesets.RuleSet;
import org.carbonmarket.registry.rulesets.RuleSetVersion;
import org.carbonmarket.registry.rulesets.book.RuleSets;

/** Which plan's rules an account's year is under, as they are in force today. */
@ApplicationScoped
@Transactional
public class YearRules {

    /** Those in no sector with a plan go by this one's, and where it has none, by any. */
    private static final String DEFAULT_SECTOR = "POWER";

    private final RuleSets ruleSets;
    private final Accounts accounts;
    private final BusinessClock clock;

    YearRules(RuleSets ruleSets, Accounts accounts, BusinessClock clock) {
        this.ruleSets = ruleSets;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The rules of an account's sector for a year.
     *
     * @throws Refusal 409 when no plan governs the year yet
     */
    public RuleSet of(AccountId account, int year) {
        return inForce(account, year)
                .orElseThrow(() ->
                        Refusal.conflict(
                                "NO_RULES_IN_FORCE",
                                "No plan governs the year " + year + " today."));
    }

    /** The same, none when no plan governs the year. */
    public Optional<RuleSet> inForce(AccountId account, int year) {
        String sector = accounts.sectorOf(account).orElse(DEFAULT_SECTOR);
        return ruleSets.forYear(sector, year, clock.today())
                .or(() -> ruleSets.forYear(DEFAULT_SECTOR, year, clock.today()))
                .or(() -> ruleSets.ofAnySector(year, clock.today()))
                .map(RuleSetVersion::rules);
    }
}
