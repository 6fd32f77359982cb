// Sends each operation requests drawn from the document, right and wrong ones, and holds every answer to four promises: it
// comes within 10 s, it is no 5xx, its status is documented, and what refuses is application/problem+json.
//
// FUZZ_REQUESTS  how many requests to send in all (1500)
// FUZZ_SEED      the seed of a run that is to be repeated (random)
// FUZZ_ONLY      operation ids, separated by commas (all)
import fc from 'fast-check';
import { faultsOf, operations } from './contract.mjs';
import { requestTo } from './generate.mjs';
import { startService } from './service.mjs';

const TOTAL = Number(process.env.FUZZ_REQUESTS ?? 1500);
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const ONLY = process.env.FUZZ_ONLY?.split(',');
const PATIENCE = 10_000;
/** Kinds of fault that are shown per operation, and the time that is spent on making one small. */
const MOST_FINDINGS = 5;
const SHRINKING = 20_000;

const chosen = operations.filter(operation => !ONLY || ONLY.includes(operation.id));
const reads = chosen.filter(operation => operation.method === 'GET');
const writes = ['POST', 'PATCH', 'PUT', 'DELETE'].flatMap(method => chosen.filter(one => one.method === method));
// Reads again at the end: over the records that the writes left behind.
const rounds = [...reads, ...writes, ...reads];
const perRound = Math.max(1, Math.round(TOTAL / rounds.length));

const findings = [];
const statuses = {};
let sent = 0;

console.log(`Fuzzing ${chosen.length} operations with ${perRound} requests a round: FUZZ_SEED=${SEED}`);
const service = await startService();
try {
    for (const [round, operation] of rounds.entries()) {
        await fuzz(operation, SEED + round);
    }
} finally {
    await service.stop();
}
console.log(`${sent} requests were answered: ${Object.entries(statuses).map(([status, n]) => `${status} ×${n}`).join(', ')}`);
for (const { operation, kind, request, answer } of findings) {
    console.error(`\n✗ ${operation.id}: ${kind}\n  ${asCommand(request)}\n  → ${answer}`);
}
console.log(findings.length === 0 ? 'No findings' : `\n${findings.length} findings; to repeat: FUZZ_SEED=${SEED} FUZZ_REQUESTS=${TOTAL}`);
process.exitCode = findings.length === 0 ? 0 : 1;

async function fuzz(operation, seed) {
    const known = new Set(findings.filter(one => one.operation === operation).map(one => one.kind));
    for (let left = perRound; left > 0 && known.size < MOST_FINDINGS;) {
        let latest;
        let began = Infinity;
        const property = fc.asyncProperty(requestTo(operation), async request => {
            if (Date.now() - began > SHRINKING) {
                return;
            }
            left--;
            const finding = await tryOut(operation, request);
            if (finding && !known.has(finding.kind)) {
                began = Math.min(began, Date.now());
                latest = finding;
                throw new Error(finding.kind);
            }
        });
        const result = await fc.check(property, { numRuns: left, seed });
        if (!result.failed) {
            return;
        }
        if (!latest) {
            throw result.errorInstance ?? new Error('The requests could not be drawn');
        }
        known.add(latest.kind);
        findings.push(latest);
    }
}

async function tryOut(operation, request) {
    const found = (kind, answer) => ({ operation, kind, request, answer });
    sent++;
    let answer;
    try {
        answer = await service.send({ ...request, timeout: PATIENCE });
    } catch (error) {
        return found(error.message, '');
    }
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    const told = `${answer.status} ${answer.type} ${answer.body.toString('utf8').slice(0, 600)}`;
    if (answer.status >= 500) {
        return found(`status ${answer.status}`, told);
    }
    const packed = answer.headers['content-encoding'];
    const faults = packed ? [] : faultsOf(operation, answer);
    return faults.length === 0 ? null : found(faults[0].replace(/\/\d+/g, '/n'), told);
}

function asCommand({ method, path, headers, body }) {
    const given = Object.entries(headers).map(([name, value]) => ` -H ${quoted(`${name}: ${value}`)}`).join('');
    const bytes = body === undefined ? '' : ` --data-binary ${quoted(body)}`;
    return `curl -i --path-as-is -X ${method} ${quoted(`$URL${path}`).replace("'$URL", "\"$URL\"'")}${given}${bytes}`;
}

function quoted(value) {
    const text = Buffer.from(value).toString('latin1');
    const shown = text.length > 3000 ? `${text.slice(0, 3000)}…` : text;
    return /^[\x20-\x7e]*$/.test(shown)
        ? `'${shown.replaceAll('\'', '\'\\\'\'')}'`
        : `$'${shown.replace(/[\\']/g, '\\$&').replace(/[^\x20-\x7e]/g, one => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`)}'`;
}
