package bienban.indicator;

import bienban.record.Entering;
import bienban.record.LifeStatus;
import bienban.record.Listing;
import bienban.record.RecordKind;
import bienban.record.SortType;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Keeps the catalogue of measures. */
@ApplicationScoped
public class IndicatorRepository implements PanacheRepositoryBase<Indicator, String>, Entering<IndicatorRecord> {

    public Listing list(IndicatorQuery query) {
        return new Listing(RecordKind.indicator, "indicator t join record r on r.id = t.record_id")
                .sort("code", SortType.code, "t.code", false)
                .sort("labelVi", SortType.text, "t.label_vi collate \"vi-x-icu\"", false)
                .and(
                        "(strpos(fold(t.label_vi), fold(:q)) > 0 or strpos(fold(t.label_en), fold(:q)) > 0 or strpos(t.code, fold(:q)) > 0)",
                        "q",
                        query.q())
                .and("t.topic = any(:topic)", "topic", query.topic())
                .and("t.unit = any(:unit)", "unit", query.unit())
                .and("t.parent_code = any(:parent)", "parent", query.parent());
    }

    @Override
    public RecordKind kind() {
        return RecordKind.indicator;
    }

    @Override
    public Class<IndicatorRecord> input() {
        return IndicatorRecord.class;
    }

    @Override
    public String keyOf(UUID id, IndicatorRecord input) {
        return input.code();
    }

    /** The catalogue has no drafts. */
    @Override
    public LifeStatus statusOf(IndicatorRecord input) {
        return null;
    }

    @Override
    public void enter(UUID id, IndicatorRecord input) {
        create(input);
    }

    @Override
    public void replace(UUID id, IndicatorRecord input) {
        replace(input.code(), input);
    }

    String create(IndicatorRecord input) {
        if (findByIdOptional(input.code()).isPresent()) {
            throw ApiException.conflict("already-there", "indicator", input.code());
        }
        checkParent(input);
        var indicator = new Indicator(input.code());
        indicator.take(input);
        persist(indicator);
        return indicator.code;
    }

    void replace(String code, IndicatorRecord input) {
        if (!code.equals(input.code()) || (input.id() != null && !code.equals(input.id()))) {
            throw ApiException.invalid(InputError.at(code.equals(input.code()) ? "/id" : "/code", "other_id", code));
        }
        checkParent(input);
        findById(code).take(input);
    }

    /** Takes over what another instance keeps. */
    public void mirror(IndicatorRecord input) {
        checkParent(input);
        var indicator = findByIdOptional(input.code()).orElseGet(() -> new Indicator(input.code()));
        indicator.take(input);
        persist(indicator);
    }

    private void checkParent(IndicatorRecord input) {
        if (input.parent() == null) {
            return;
        }
        var above = getSession()
                .createNativeQuery(
                        "with recursive up as (select code, parent_code from indicator where code = :parent"
                                + " union select i.code, i.parent_code from indicator i join up on i.code = up.parent_code)"
                                + " select code from up",
                        String.class)
                .setParameter("parent", input.parent())
                .getResultList();
        if (input.parent().equals(input.code()) || above.contains(input.code())) {
            throw ApiException.invalid(InputError.at("/parent", "indicator_in_circle", input.code()));
        }
        if (above.isEmpty()) {
            throw ApiException.invalid(InputError.at("/parent", "unknown_reference", "indicator", input.parent()));
        }
    }

    /** Only what no figure and no other indicator refers to can be deleted. */
    void delete(String code) {
        var used = getSession()
                .createNativeQuery(
                        "select exists (select 1 from observation where indicator_code = :code)"
                                + " or exists (select 1 from indicator where parent_code = :code)",
                        Boolean.class)
                .setParameter("code", code)
                .getSingleResult();
        if (used) {
            throw ApiException.conflict("still-referred-to", "indicator", code);
        }
        deleteById(code);
    }
}
