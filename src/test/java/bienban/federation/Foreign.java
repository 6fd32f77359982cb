package bienban.federation;

import bienban.Stored;
import java.util.ArrayList;
import java.util.List;

/**
 * Records of another instance: those of a local meeting, with all that it refers to, under other ids. So they have every member that
 * records can have, and what is taken over must be what was sent.
 */
record Foreign(List<Entry> entries) {
    /** A document of a kind. */
    record Entry(String plural, String id, String document) {}

    private static final String ID = "\"[0-9a-f]([0-9a-f]{7}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\"";

    private static final String WITH_ALL_IT_SHOWS = """
            select case r.kind when 'document' then 'documents' else r.kind || 's' end || ' ' || r.key || ' ' || r.document from record r where r.id in (
                select m.id from meeting m where m.id = '%1$s'
                union select host_id from meeting where id = '%1$s'
                union select organization_id from meeting_counterpart where meeting_id = '%1$s'
                union select speaker_id from participation where meeting_id = '%1$s'
                union select issuer_speaker_id from directive where meeting_id = '%1$s'
                union select document_id from citation where meeting_id = '%1$s'
                union select b.document_id from directive_basis b join directive d on d.id = b.directive_id where d.meeting_id = '%1$s'
                union select article_id from source where meeting_id = '%1$s'
                union select id from directive where meeting_id = '%1$s'
                union select id from observation where meeting_id = '%1$s')
            order by r.kind""";

    static String id(String local) {
        return "f" + local.substring(1);
    }

    static String document(String local) {
        return local.replaceAll(ID, "\"f$1\"");
    }

    static Foreign of(Stored stored, String meeting) {
        var entries = new ArrayList<Entry>();
        for (var line : stored.texts(WITH_ALL_IT_SHOWS.formatted(meeting))) {
            var parts = line.split(" ", 3);
            entries.add(new Entry(parts[0], id(parts[1]), document(parts[2])));
        }
        return new Foreign(entries);
    }

    Entry of(String plural) {
        return entries.stream()
                .filter(e -> e.plural().equals(plural))
                .findFirst()
                .orElseThrow();
    }

    /** The same at a later version, with other words. */
    static String changed(String document, int version, String from, String to) {
        return document.replaceFirst("\"version\":\\d+", "\"version\":" + version)
                .replace(from, to);
    }

    void tell() {
        entries.forEach(e -> FakeUpstream.put(e.plural(), e.document()));
    }
}
