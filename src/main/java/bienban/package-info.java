/**
 * Meeting records of Vietnamese local authorities.
 *
 * <p>A package per thing people talk about: {@code place}, {@code organization}, {@code document}, {@code article},
 * {@code speaker}, {@code indicator} (with the observations), {@code directive}, and {@code meeting}, which holds them together.
 * Around this core the ways in and out: {@code extraction}, {@code correction} (what readers report as wrong); {@code
 * history} (what every record was); beside it {@code vocabulary} and {@code contract} (the OpenAPI
 * document). Under everything: {@code record} (the canonical document of every record), {@code security}, {@code database} (the
 * embedded PostgreSQL) and {@code shared}.
 *
 * <p>Dependencies run one way: {@code shared} uses nothing, the core uses what is under it, {@code meeting} may use every core
 * package, the ways in and out use the core, and the core never uses them. ArchitectureTest holds this.
 */
package bienban;
