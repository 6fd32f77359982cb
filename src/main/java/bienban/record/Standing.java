package bienban.record;

import bienban.shared.ApiException;

/**
 * How a record stands to who asks for it.
 *
 * @param isKeptHere whether its home is in the caller's scope
 * @param wasPublic whether it is published or ever was
 */
public record Standing(RecordStatus status, boolean isKeptHere, boolean wasPublic) {

    /**
     * What is not published is there only for those who keep it. Of what was public once, and is not, the address still tells
     * everybody that it is gone, because copies of it are about; of what never was it tells nothing.
     */
    public void mustBeSeen(RecordKind kind, String key) {
        if (status == RecordStatus.published || (isKeptHere && status != RecordStatus.deleted)) {
            return;
        }
        if (status == RecordStatus.draft || !(wasPublic || isKeptHere)) {
            throw ApiException.notFound(kind.name(), key);
        }
        if (status != RecordStatus.merged) {
            throw ApiException.gone(kind.name(), key);
        }
    }
}
