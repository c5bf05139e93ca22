package org.carbonmarket.events.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.function.Function;
import org.carbonmarket.events.quantity.AccountId;
import org.carbonmarket.events.quantity.Money;
import org.carbonmarket.events.quantity.OrderId;
import org.carbonmarket.events.quantity.Price;
import org.carbonmarket.events.quantity.ProductCode;
import org.carbonmarket.events.quantity.Tonnes;
import org.carbonmarket.events.quantity.TradeId;

/**
 * The JSON of the platform: money and prices are decimal strings in yuan, tonnes whole numbers,
 * times RFC 3339 with their offset, absent fields left out. Readers ignore fields they do not know.
 */
public final class MarketJson {

    private MarketJson() {}

    /** The value types' JSON form, for any mapper. */
    public static Module valueTypes() {
        SimpleModule module = new SimpleModule("market-value-types");
        text(module, Money.class, Money::ofYuan);
        text(module, Price.class, Price::ofYuan);
        text(module, AccountId.class, AccountId::of);
        text(module, ProductCode.class, ProductCode::of);
        text(module, OrderId.class, OrderId::parse);
        text(module, TradeId.class, TradeId::parse);
        module.addSerializer(Tonnes.class, new TonnesWriter());
        module.addDeserializer(Tonnes.class, new TonnesReader());
        return module;
    }

    /** A mapper with the platform's settings. */
    public static ObjectMapper mapper() {
        return configured(new JsonMapper());
    }

    /** Gives a mapper the platform's settings and returns it. */
    public static ObjectMapper configured(ObjectMapper mapper) {
        mapper.registerModule(new JavaTimeModule());
        mapper.registerModule(valueTypes());
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.coercionConfigFor(LogicalType.Integer)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        return mapper;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> read) {
        module.addSerializer(type, new TextWriter<>(type));
        module.addDeserializer(type, new TextReader<>(type, read));
        module.addKeyDeserializer(
                type,
                new com.fasterxml.jackson.databind.KeyDeserializer() {
                    @Override
                    public Object deserializeKey(String key, DeserializationContext context) {
                        return read.apply(key);
                    }
                });
    }

    private static final class TextWriter<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1;

        TextWriter(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(value.toString());
        }
    }

    private static final class TextReader<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<String, T> read;

        TextReader(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return wrongToken(context, json, _valueClass);
            }
            try {
                return read.apply(json.getText());
            } catch (IllegalArgumentException refused) {
                throw context.weirdStringException(json.getText(), _valueClass, reasonOf(refused));
            }
        }

        @SuppressWarnings("unchecked")
        private T wrongToken(DeserializationContext context, JsonParser json, Class<?> type)
                throws IOException {
            return (T) context.handleUnexpectedToken(type, json);
        }
    }

    private static final class TonnesWriter extends StdScalarSerializer<Tonnes> {
        private static final long serialVersionUID = 1;

        TonnesWriter() {
            super(Tonnes.class);
        }

        @Override
        public void serialize(Tonnes value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeNumber(value.value());
        }
    }

    private static final class TonnesReader extends StdScalarDeserializer<Tonnes> {
        private static final long serialVersionUID = 1;

        TonnesReader() {
            super(Tonnes.class);
        }

        @Override
        public Tonnes deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                return (Tonnes) context.handleUnexpectedToken(Tonnes.class, json);
            }
            try {
                return new Tonnes(json.getLongValue());
            } catch (IllegalArgumentException refused) {
                throw context.weirdNumberException(
                        json.getLongValue(), Tonnes.class, reasonOf(refused));
            }
        }
    }

    private static String reasonOf(IllegalArgumentException refused) {
        String message = refused.getMessage();
        return message == null ? "refused" : message;
    }
}
