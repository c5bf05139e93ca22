package org.carbonmarket.registry.rulesets.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carbonmarket.registry.rulesets.RuleSet;

/** The plans that ship with the registry, read from their migration without a database. */
public final class Plans {

    private static final Pattern PLAN =
            Pattern.compile("\\$plan\\$(.*?)\\$plan\\$", Pattern.DOTALL);
    private static final Map<String, RuleSet> SHIPPED = shipped();

    private Plans() {}

    public static RuleSet plan(String ruleSet) {
        return Objects.requireNonNull(SHIPPED.get(ruleSet), ruleSet);
    }

    /** A plan as it is written over REST. */
    public static String json(String ruleSet) {
        return RuleSetJson.write(plan(ruleSet));
    }

    public static Map<String, RuleSet> all() {
        return SHIPPED;
    }

    private static Map<String, RuleSet> shipped() {
        Map<String, RuleSet> plans = new LinkedHashMap<>();
        Matcher plan = PLAN.matcher(migration());
        while (plan.find()) {
            RuleSet rules = RuleSetJson.read(plan.group(1));
            plans.put(rules.ruleSet(), rules);
        }
        return plans;
    }

    private static String migration() {
        try (InputStream sql =
                Objects.requireNonNull(
                        Plans.class.getResourceAsStream("/db/migration/V21__plans.sql"))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
