package bienban.shared;

import java.time.LocalDate;
import java.time.ZoneId;

/** The day in Viet Nam, which deadlines are measured by. */
public final class Today {
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private Today() {}

    public static LocalDate orElse(LocalDate asOf) {
        return asOf == null ? LocalDate.now(VIET_NAM) : asOf;
    }
}
