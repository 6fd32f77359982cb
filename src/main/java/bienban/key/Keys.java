package bienban.key;

import bienban.place.PlaceRepository;
import bienban.record.Ids;
import bienban.security.Caller;
import bienban.security.Role;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Makes, replaces and revokes keys. A key itself leaves here once, and is kept nowhere. */
@ApplicationScoped
@Transactional
class Keys {
    private static final String KIND = "key";

    private final KeyRepository keys;
    private final PlaceRepository places;
    private final KnownKeys known;
    private final Caller caller;

    Keys(KeyRepository keys, PlaceRepository places, KnownKeys known, Caller caller) {
        this.keys = keys;
        this.places = places;
        this.known = known;
        this.caller = caller;
    }

    /** A key that was just made: its record, and itself. */
    record Made(UUID id, String document, String key) {}

    Made create(KeyInput input) {
        check(input);
        var id = Ids.next();
        keys.add(id, input, caller.subject());
        return withSecret(id);
    }

    private Made withSecret(UUID id) {
        var key = KeyText.make();
        keys.addSecret(id, key);
        return new Made(id, get(id), key.text());
    }

    private void check(KeyInput input) {
        var errors = new ArrayList<InputError>();
        var stated = KeyRepository.places(input);
        var local = input.role() == Role.editor || input.role() == Role.reviewer;
        if (local && stated.isEmpty()) {
            errors.add(InputError.at("/places", "places_needed", input.role()));
        }
        if (!local && !stated.isEmpty()) {
            errors.add(InputError.at("/places", "no_places", input.role()));
        }
        if (input.expiresAt() != null && !input.expiresAt().isAfter(Instant.now())) {
            errors.add(InputError.at("/expiresAt", "in_past", input.expiresAt()));
        }
        var codes = new LinkedHashMap<String, String>();
        for (int i = 0; i < stated.size(); i++) {
            codes.put("/places/" + input.places().indexOf(stated.get(i)), stated.get(i));
        }
        errors.addAll(codes.isEmpty() ? List.of() : places.unknown(codes));
        if (!errors.isEmpty()) {
            throw ApiException.invalid(errors);
        }
    }

    String get(UUID id) {
        return keys.find(id).orElseThrow(() -> ApiException.notFound(KIND, id));
    }

    /** Both the old and the new one are valid until the overlap ends. */
    Made rotate(UUID id, KeyRotation rotation) {
        if (!keys.lock(id).orElseThrow(() -> ApiException.notFound(KIND, id))) {
            throw ApiException.conflict("key-ended", id);
        }
        keys.endSecrets(id, rotation.hours());
        known.forgetAfterCommit();
        return withSecret(id);
    }

    void revoke(UUID id) {
        if (keys.lock(id).isEmpty()) {
            throw ApiException.notFound(KIND, id);
        }
        keys.revoke(id, caller.subject());
        known.forgetAfterCommit();
    }
}
