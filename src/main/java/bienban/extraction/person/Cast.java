package bienban.extraction.person;

import bienban.extraction.text.Sentence;
import java.util.Map;

/** The people of a report and who speaks in which sentence. */
public record Cast(People people, Map<Sentence, Person> speakers) {

    public Person speakerOf(Sentence sentence) {
        return speakers.get(sentence);
    }
}
