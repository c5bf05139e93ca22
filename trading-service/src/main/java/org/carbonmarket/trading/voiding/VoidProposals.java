package org.carbonmarket.trading.voiding;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.carbonmarket.edge.clock.BusinessClock;
import org.carbonmarket.edge.problem.Refusal;
import org.carbonmarket.events.quantity.Market;
import org.carbonmarket.events.quantity.TradeId;
import org.jspecify.annotations.Nullable;

/** The proposals, and their decisions; each step is one transaction. */
@ApplicationScoped
class VoidProposals implements PanacheRepository<VoidProposal> {

    private final BusinessClock clock;

    @Inject
    VoidProposals(BusinessClock clock) {
        this.clock = clock;
    }

    @Transactional
    VoidView propose(TradeId trade, String reason, String operator) {
        boolean isProposed =
                count(
                                "market = ?1 and trade = ?2 and state = ?3",
                                trade.market(),
                                trade.toString(),
                                VoidState.PROPOSED)
                        > 0;
        if (isProposed) {
            throw new Refusal(
                    409, "ALREADY_PROPOSED", "trade", "Voiding this trade is proposed already.");
        }
        VoidProposal proposal = new VoidProposal(trade, reason, operator, clock.now());
        persistAndFlush(proposal);
        return proposal.view();
    }

    /** The proposal an operator is about to decide. */
    @Transactional
    VoidProposal toBeDecidedBy(Market market, long number, String operator) {
        VoidProposal proposal = require(market, number);
        proposal.mayBeDecidedBy(operator);
        return proposal;
    }

    @Transactional
    VoidView decide(
            Market market, long number, VoidState as, String operator, @Nullable String refusal) {
        VoidProposal proposal = require(market, number);
        proposal.mayBeDecidedBy(operator);
        proposal.decide(as, operator, clock.now(), refusal);
        return proposal.view();
    }

    List<VoidProposal> page(Market market, long before, int rows) {
        return find("market = ?1 and id < ?2 order by id desc", market, before)
                .page(0, rows)
                .list();
    }

    private VoidProposal require(Market market, long number) {
        return find("market = ?1 and id = ?2", market, number)
                .firstResultOptional()
                .orElseThrow(() ->
                        new Refusal(404, "PROPOSAL_UNKNOWN", null, "There is no such proposal."));
    }
}
