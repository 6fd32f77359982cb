package bienban.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is refused before Jakarta REST sees it, or after it has failed: told in the same form as every other failure. */
@Singleton
public class Doorway {
    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;
    /** Above the wall itself, so that a body that says how large it is gets an answer that says why it is refused. */
    private static final long LARGEST_BODY = 32L * 1024 * 1024;

    /** Files of records are read as they come: they may be large and take their time, and each limit of theirs is told by its own. */
    private static final String FILES = "/v1/imports";

    /** Before the body is read. */
    private static final int FIRST = 10_000;

    private final Duration longest;

    Doorway(@ConfigProperty(name = "bienban.longest-request", defaultValue = "30S") Duration longest) {
        this.longest = longest;
    }

    void guard(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    void catchFailures(@Observes Router router) {
        router.route().order(-FIRST).failureHandler(this::failed);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        context.addEndHandler(end -> hangUpLater(context));
        if (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method())) {
            // Says nothing where there is no body, but would be asked for which of two methods is meant.
            request.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        if (request.uri().length() > LONGEST_ADDRESS) {
            refuse(context, 414, "address-too-long", LONGEST_ADDRESS);
        } else if (headerSize(request) > LARGEST_HEADERS) {
            refuse(context, 431, "headers-too-large", LARGEST_HEADERS);
        } else if (!AddressCheck.isAddress(request.uri())) {
            refuse(context, 400, "malformed-address", "");
        } else if (bodySize(request) > LARGEST_BODY && !isFile(context)) {
            refuse(context, 413, "too-large", LARGEST_BODY);
        } else {
            if (!isFile(context)) {
                limitTime(context);
            }
            context.next();
        }
    }

    /** After an answer the server would wait for the rest of the body, however slowly it comes. */
    private void hangUpLater(RoutingContext context) {
        var request = context.request();
        if (!request.isEnded()) {
            var vertx = context.vertx();
            var timer = vertx.setTimer(longest.toMillis(), id -> {
                // It may have ended just before its end was listened for, and the connection serve another by now.
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
            // Most end right after their answer; a timer that waits on would keep all of them in memory.
            request.end().onComplete(ended -> vertx.cancelTimer(timer));
        }
    }

    private static boolean isFile(RoutingContext context) {
        return HttpMethod.POST.equals(context.request().method())
                && context.request().path().equals(FILES);
    }

    /** Every limit on the way to the database is shorter; this one holds when several of them add up, or the body comes in drops. */
    private void limitTime(RoutingContext context) {
        var vertx = context.vertx();
        var timer = vertx.setTimer(longest.toMillis(), id -> {
            if (context.response().headWritten() || context.response().ended()) {
                return;
            }
            if (!context.request().isEnded()) {
                refuse(context, 408, "too-slow", longest.toSeconds())
                        .onComplete(written -> context.request().connection().close());
                return;
            }
            Log.warnf("%s %s was not answered in time", context.request().method(), path(context.request()));
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
            refuse(context, 503, "database-unavailable", "");
        });
        context.addEndHandler(end -> vertx.cancelTimer(timer));
    }

    private void failed(RoutingContext context) {
        var failure = context.failure();
        var status = context.statusCode() < 400 ? 500 : context.statusCode();
        if (context.response().headWritten()) {
            context.next();
            return;
        }
        // An address without its slash is sent here by the router before anything could look at it.
        if (!AddressCheck.isAddress(context.request().uri())) {
            refuse(context, 400, "malformed-address", "");
            return;
        }
        if (status >= 500 && failure != null) {
            Log.error("Request failed", failure);
        }
        refuse(context, status, ProblemMapper.codeOf(status), status == 413 ? LARGEST_BODY : path(context.request()));
    }

    /** Answers with a problem, without Jakarta REST. */
    public static Future<Void> refuse(RoutingContext context, int status, String code, Object argument) {
        var request = context.request();
        var language = Messages.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var problem = ProblemMapper.problem(status, code, List.of(argument), List.of(), language, path(request));
        var response = context.response().setStatusCode(status);
        response.putHeader(HttpHeaders.CONTENT_TYPE, ProblemMapper.MEDIA_TYPE);
        response.putHeader(
                HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag().toLowerCase(Locale.ROOT));
        if (status == 413 || status == 408) {
            // What still comes of the body is not waited for.
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        try {
            return response.end(StrictJson.READER.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(HttpServerRequest request) {
        var query = request.uri().indexOf('?');
        var path = query < 0 ? request.uri() : request.uri().substring(0, query);
        return AddressCheck.readable(path.length() > 200 ? path.substring(0, 200) : path);
    }

    private static long bodySize(HttpServerRequest request) {
        var stated = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // A number that is too long for this is one that the server's own reading refuses.
        return stated == null || !stated.matches("\\d{1,18}") ? 0 : Long.parseLong(stated);
    }

    private static int headerSize(HttpServerRequest request) {
        var size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4;
        }
        return size;
    }
}
