package org.carbonmarket.registry.rulesets.book;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.carbonmarket.events.envelope.MarketJson;
import org.carbonmarket.registry.rulesets.AllocationFormula;
import org.carbonmarket.registry.rulesets.EmissionIntensity;
import org.carbonmarket.registry.rulesets.LoadCorrection.Curve;
import org.carbonmarket.registry.rulesets.OutputBenchmark;
import org.carbonmarket.registry.rulesets.Penalties.Fine;
import org.carbonmarket.registry.rulesets.RuleSet;

/**
 * The JSON of a rule set: a formula, a curve and a fine each say by {@code is} which one they are,
 * and decimals are written as strings, so that no reader makes binary fractions of them.
 */
@Singleton
public class RuleSetJson implements ObjectMapperCustomizer {

    private static final ObjectMapper STORED = configured(MarketJson.mapper());

    @Override
    public void customize(ObjectMapper mapper) {
        configured(mapper);
    }

    private static ObjectMapper configured(ObjectMapper mapper) {
        mapper.configOverride(BigDecimal.class)
                .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        mapper.addMixIn(AllocationFormula.class, Formulas.class);
        mapper.addMixIn(Curve.class, Curves.class);
        mapper.addMixIn(Fine.class, Fines.class);
        return mapper;
    }

    /** Reads a rule set as it is stored. */
    public static RuleSet read(String json) {
        try {
            return STORED.readValue(json, RuleSet.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("a stored rule set cannot be read", foreign);
        }
    }

    static String write(RuleSet rules) {
        try {
            return STORED.writeValueAsString(rules);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a rule set cannot be written", impossible);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = OutputBenchmark.class, name = "OUTPUT_BENCHMARK"),
        @JsonSubTypes.Type(value = EmissionIntensity.class, name = "EMISSION_INTENSITY")
    })
    private interface Formulas {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Curve.Linear.class, name = "LINEAR"),
        @JsonSubTypes.Type(value = Curve.Power.class, name = "POWER")
    })
    private interface Curves {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Fine.PriceMultiple.class, name = "PRICE_MULTIPLE"),
        @JsonSubTypes.Type(value = Fine.Range.class, name = "RANGE")
    })
    private interface Fines {}
}
