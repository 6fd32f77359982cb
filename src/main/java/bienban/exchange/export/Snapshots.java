package bienban.exchange.export;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Takes snapshots of the database. */
@Singleton
class Snapshots {
    private final AgroalDataSource database;
    private final ExportLimits limits;

    Snapshots(AgroalDataSource database, ExportLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    Snapshot take() throws SQLException {
        return new Snapshot(database.getConnection(), limits.longest());
    }

    /** Where the change feed goes on from what there is now. */
    String cursor() {
        try (var now = take()) {
            return now.cursor();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
