package bienban.extraction.desk;

import bienban.extraction.desk.ExtractionAnswer.Doubt;
import bienban.shared.InputError;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a draft fit a meeting record: what does not fit is left out and told, and what points past it is moved up. */
final class Fitting {
    private static final String INDEX = "\\d+";

    private final ObjectNode meeting;
    private final List<Doubt> warnings;
    private final Locale language;

    Fitting(ObjectNode meeting, Collection<Doubt> warnings, Locale language) {
        this.meeting = meeting;
        this.warnings = new ArrayList<>(warnings);
        this.language = language;
    }

    ObjectNode meeting() {
        return meeting;
    }

    List<Doubt> warnings() {
        return List.copyOf(warnings);
    }

    void warn(String pointer, String code, Object... arguments) {
        warnings.add(DraftShape.doubt(pointer, code, language, arguments));
    }

    /** Leaves out what the faults name; false where that cannot help. */
    boolean leaveOut(List<InputError> errors) {
        var items = new TreeMap<String, TreeSet<Integer>>();
        var progress = false;
        for (var error : errors) {
            var pointer = error.pointer() == null ? "" : error.pointer();
            var path = pointer.split("/", -1);
            var inList = path.length > 2 && path[2].matches(INDEX);
            var twice = error.code().equals("listed_twice");
            var code = twice ? "listed_twice" : "left_out";
            // The same person is told at a member, other items by themselves; any other member goes alone.
            var whole = path.length == 3 || (twice && pointer.endsWith("/speaker"));
            if (inList && (whole || meeting.at(pointer).isMissingNode())) {
                progress |=
                        items.computeIfAbsent(path[1], list -> new TreeSet<>()).add(Integer.valueOf(path[2]));
                warn("/" + path[1], code);
            } else if (!meeting.at(pointer).isMissingNode() && path.length > 1) {
                removeLeaf(pointer);
                warn(pointer, code);
                progress = true;
            }
        }
        items.forEach(this::remove);
        return progress;
    }

    private void removeLeaf(String pointer) {
        var cut = pointer.lastIndexOf('/');
        var parent = meeting.at(pointer.substring(0, cut));
        var name = pointer.substring(cut + 1);
        if (parent instanceof ObjectNode object) {
            object.remove(name);
        } else if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(name));
        }
    }

    /** Removes items of a list; pointers of evidence, warnings and parents follow those that move up. */
    void remove(String list, Collection<Integer> indexes) {
        if (indexes.isEmpty() || !(meeting.get(list) instanceof ArrayNode items)) {
            return;
        }
        var gone = new TreeSet<>(indexes);
        gone.descendingSet().forEach(items::remove);
        if (meeting.get("evidence") instanceof ArrayNode evidence && !list.equals("evidence")) {
            for (int i = evidence.size() - 1; i >= 0; i--) {
                move((ObjectNode) evidence.get(i), "pointer", list, gone);
                if (!evidence.get(i).has("pointer")) {
                    evidence.remove(i);
                }
            }
        }
        meeting.path("observations").forEach(o -> move((ObjectNode) o, "parent", list, gone));
        warnings.replaceAll(w -> {
            var moved = moved(w.pointer(), list, gone);
            return new Doubt(moved == null ? "/" + list : moved, w.code(), w.detail(), w.start(), w.end());
        });
    }

    private static void move(ObjectNode of, String member, String list, SortedSet<Integer> gone) {
        if (of.has(member)) {
            var moved = moved(of.get(member).textValue(), list, gone);
            if (moved == null) {
                of.remove(member);
            } else {
                of.put(member, moved);
            }
        }
    }

    private static String moved(String pointer, String list, SortedSet<Integer> gone) {
        var path = pointer.split("/", 4);
        if (path.length < 3 || !path[1].equals(list) || !path[2].matches(INDEX)) {
            return pointer;
        }
        var index = Integer.valueOf(path[2]);
        if (gone.contains(index)) {
            return null;
        }
        path[2] = String.valueOf(index - gone.headSet(index).size());
        return String.join("/", path);
    }
}
