package bienban.extraction.desk;

import bienban.indicator.ObservationEntry;
import bienban.record.Ids;
import bienban.record.LifeStatus;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;

/** Turns what was read into the input of a meeting: names of places into codes, codes that the catalogue lacks into labels. */
@ApplicationScoped
class MeetingDraft {
    private final PlaceNames places;
    private final ObservationEntry observations;

    MeetingDraft(PlaceNames places, ObservationEntry observations) {
        this.places = places;
        this.observations = observations;
    }

    Fitting of(ExtractionAnswer read, UUID article, String place, Locale language) {
        var meeting = DeskJson.tree(read.draft());
        meeting.put("id", Ids.next().toString());
        meeting.put("status", LifeStatus.draft.name());
        meeting.set("place", meeting.objectNode().put("code", place));
        meeting.putArray("sources").addObject().put("article", article.toString());
        var evidence = meeting.putArray("evidence");
        for (var span : read.evidence()) {
            var row = DeskJson.tree(span);
            row.remove("rules");
            evidence.add(row.put("article", article.toString()));
        }
        if (!meeting.hasNonNull("title")) {
            meeting.put("title", read.draft().sources().get(0).title());
        }
        meeting.path("observations").forEach(o -> ((ObjectNode) o).remove("planShareText"));
        numberOnce(meeting.path("directives"));
        var fitting = new Fitting(meeting, read.warnings(), language);
        dropUnknownIndicators(fitting);
        findPlaces(fitting, place, day(read.draft()));
        return fitting;
    }

    /** Texts number some of their directives, or begin anew at one: then the position counts for all. */
    private static void numberOnce(JsonNode directives) {
        var numbers = new HashSet<Integer>();
        for (var directive : directives) {
            numbers.add(directive.path("ordinal").asInt(0));
        }
        if (numbers.size() < directives.size() || numbers.contains(0)) {
            directives.forEach(directive -> ((ObjectNode) directive).remove("ordinal"));
        }
    }

    /** The day by which units are looked up: of the meeting, else of its report. */
    static String day(DraftMeeting draft) {
        var published = draft.sources().get(0).publishedAt();
        return draft.heldOn() != null ? draft.heldOn() : published;
    }

    private void dropUnknownIndicators(Fitting fitting) {
        var codes = new LinkedHashMap<String, String>();
        var figures = fitting.meeting().path("observations");
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).has("indicator")) {
                codes.put(
                        "/observations/" + i + "/indicator",
                        figures.get(i).get("indicator").textValue());
            }
        }
        for (var unknown : observations.unknownIndicators(codes)) {
            var figure = unknown.pointer().substring(0, unknown.pointer().lastIndexOf('/'));
            ((ObjectNode) fitting.meeting().at(figure)).remove("indicator");
            fitting.warn(unknown.pointer(), "unknown_indicator", codes.get(unknown.pointer()));
        }
    }

    private void findPlaces(Fitting fitting, String home, String day) {
        var figures = fitting.meeting().path("observations");
        var names = new LinkedHashSet<String>();
        figures.forEach(o -> {
            if (o.has("place")) {
                names.add(o.at("/place/name").textValue());
            }
        });
        var codes = places.around(home, names, day);
        var unknown = new TreeSet<Integer>();
        var untold = new ArrayList<String>();
        for (int i = 0; i < figures.size(); i++) {
            var figure = (ObjectNode) figures.get(i);
            if (figure.has("place")) {
                var name = figure.at("/place/name").textValue();
                var code = codes.get(name);
                if (code == null) {
                    unknown.add(i);
                    untold.add(name);
                } else {
                    figure.set("place", figure.objectNode().put("code", code));
                }
            }
        }
        fitting.remove("observations", unknown);
        untold.forEach(name -> fitting.warn("/observations", "unknown_place", name));
    }
}
