package bienban.extraction;

import java.util.List;

/** A meeting as read from one article: the published shape without ids; absent is null. */
public record Draft(
        String title,
        Kind kind,
        Boolean extended,
        Integer ordinal,
        Term term,
        String heldOn,
        String dayPart,
        Mode mode,
        List<String> onlineLinks,
        Body host,
        Place place,
        List<Body> counterparts,
        String reviewPeriod,
        List<Participation> participations,
        List<Observation> observations,
        List<Finding> findings,
        List<Decision> decisions,
        List<Directive> directives,
        List<Proposal> proposals,
        List<Document> documents,
        List<Media> media,
        List<Source> sources) {

    /** What kind of sitting it was. */
    public enum Kind {
        briefing,
        working_session,
        committee_conference,
        conference,
        thematic_conference,
        council_session,
        regular_session,
        other
    }

    /** How people attended. */
    public enum Mode {
        in_person,
        online,
        hybrid
    }

    /** The term of the body: its number as written and its years. */
    public record Term(String number, String years) {}

    /** A committee, council or agency as named. */
    public record Body(String name, String kind) {}

    /** An administrative unit as named, with its level where the text states it. */
    public record Place(String name, String level) {}

    /** A person's name in canonical spelling. */
    public record Speaker(String name) {}

    /** Who took part: a speaker or a group, never both. */
    public record Participation(Speaker speaker, String group, List<Role> roles, List<String> posts) {}

    /** What a participant did. */
    public enum Role {
        chair,
        co_chair,
        concluding_speaker,
        speaker,
        presenter,
        attendee,
        mentioned
    }

    /** A result, limitation or cause noted for the period. */
    public record Finding(FindingKind kind, String text, List<String> topics) {}

    /** The three kinds of findings. */
    public enum FindingKind {
        result,
        limitation,
        cause
    }

    /** What a body voted or adopted. */
    public record Decision(String text, Outcome outcome, List<Seats> composition) {}

    /** How a vote ended. */
    public enum Outcome {
        adopted,
        rejected,
        postponed,
        noted
    }

    /** The seats of one bloc in a composition. */
    public record Seats(String bloc, int seats) {}

    /** An instruction given at the meeting. */
    public record Directive(
            Integer ordinal,
            String text,
            Speaker issuer,
            List<Addressee> addressees,
            List<String> legalBasis,
            String dueOn,
            String dueText,
            List<String> topics) {}

    /** Who is to carry out a directive. */
    public record Addressee(String name, AddresseeRole role) {}

    /** The part an addressee has. */
    public enum AddresseeRole {
        lead,
        coordinating,
        informed
    }

    /** A request of a subordinate body and the answer it got. */
    public record Proposal(String text, Body proposer, String answer, List<String> topics) {}

    /** A legal document that the report cites. */
    public record Document(String type, String number, String date, String issuer, String label) {}

    /** A photo or video by its caption. */
    public record Media(String kind, String caption) {}

    /** The article itself. */
    public record Source(String title, String url, List<String> authors, String publishedAt) {}
}
