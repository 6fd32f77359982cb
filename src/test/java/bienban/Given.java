package bienban;

import bienban.security.Role;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ResponseBodyExtractionOptions;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** What tests start from. Every test makes its own place and asks for that place only, so that none sees another's records. */
@ApplicationScoped
public class Given {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    /** Every test profile loads this class anew, on the same database. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36) + ".";

    public static final String KEY = "Bearer bb_test_key";

    private final Session database;
    private final SessionFactory sessions;

    Given(Session database, SessionFactory sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    /** A new province; its code. */
    @Transactional
    public String place() {
        return insert("province", null);
    }

    /** A new district in a province. */
    @Transactional
    public String placeIn(String parent) {
        return insert("district", parent);
    }

    private String insert(String level, String parent) {
        var code = "T" + RUN + NUMBER.incrementAndGet();
        database.createNativeMutationQuery(
                        "insert into place (code, name, level, parent_code) values (:code, :name, :level, :parent)")
                .setParameter("code", code)
                .setParameter("name", "Thị xã Thử Nghiệm " + code)
                .setParameter("level", level)
                .setParameter("parent", parent)
                .executeUpdate();
        return code;
    }

    /** A new measure in the catalogue; its code. */
    @Transactional
    public String indicator(String unit, String aggregation, String parent) {
        var code = "test_" + RUN + NUMBER.incrementAndGet();
        database.createNativeMutationQuery(
                        "insert into indicator (code, label_vi, label_en, unit, topic, aggregation, parent_code, direction)"
                                + " values (:code, :code, :code, :unit, 'economy', :aggregation, :parent, 'up')")
                .setParameter("code", code)
                .setParameter("unit", unit)
                .setParameter("aggregation", aggregation)
                .setParameter("parent", parent)
                .executeUpdate();
        return code;
    }

    @Transactional
    public int sql(String statement) {
        return database.createNativeMutationQuery(statement).executeUpdate();
    }

    /** A request by someone who may write. */
    public RequestSpecification editor() {
        return RestAssured.given()
                .header("Authorization", KEY)
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    /** The credentials of a new key, for {@code Authorization}. */
    public String key(Role role, String... places) {
        var codes = Arrays.stream(places).map(p -> "\"" + p + "\"").collect(Collectors.joining(","));
        return "Bearer "
                + text(
                        post(
                                        "/v1/keys",
                                        "{\"name\": \"Thử\", \"role\": \"%s\", \"places\": [%s]}"
                                                .formatted(role, codes))
                                .extract(),
                        "/key");
    }

    /** A request with somebody's credentials; null is nobody. */
    public RequestSpecification as(String credentials) {
        var request = RestAssured.given().contentType(ContentType.JSON).header("Accept-Language", "en");
        return credentials == null ? request : request.header("Authorization", credentials);
    }

    /** A change by someone who may write, against whatever version there is. */
    public RequestSpecification patch() {
        return editor().contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*");
    }

    /** A published meeting with what the members of {@code more} add, e.g. {@code "\"ordinal\": 3"}; its id. */
    public String meeting(String place, String heldOn, String... more) {
        return text(
                post("/v1/meetings", """
                {"status": "published", "title": "Hội nghị thử nghiệm", "kind": "conference", "heldOn": "%s", "place": {"code": "%s"}%s}""".formatted(
                                        heldOn, place, more.length == 0 ? "" : ", " + String.join(", ", more)))
                        .extract(),
                "/id");
    }

    /** One member of an answer, by its pointer; the paths of the test library are scripts, compiled at each call. */
    public static String text(ResponseBodyExtractionOptions answer, String pointer) {
        return answer.as(JsonNode.class).at(pointer).textValue();
    }

    public ValidatableResponse post(String path, String body) {
        return editor().body(body).post(path).then().statusCode(201);
    }

    /** How many SQL statements a deed takes. */
    public long statementsOf(Runnable deed) {
        sessions.getStatistics().clear();
        deed.run();
        return sessions.getStatistics().getPrepareStatementCount();
    }
}
