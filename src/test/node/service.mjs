// Runs the packaged service on a free port with a database of its own, and talks to it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { root } from './contract.mjs';

const JAR = fileURLToPath(new URL('target/quarkus-app/quarkus-run.jar', root));
// The examples ask for an instance that is followed; nobody answers there.
const FOLLOWED = ['-Dbienban.upstreams.kinh-mon.url=http://127.0.0.1:9', '-Dbienban.upstreams.kinh-mon.interval=1H'];
const START = 180_000;
const END = 30_000;

export const KEY = 'bb_of-these-checks-4hR7wQ2nX9';

let running;
let users = 0;

/** The one service of this process; it ends when each who asked for it has stopped it. */
export async function startService() {
    users++;
    running ??= launch();
    return running;
}

async function launch() {
    if (!existsSync(JAR)) {
        throw new Error(`There is no ${JAR}: run ./mvnw package first`);
    }
    const directory = await mkdtemp(join(tmpdir(), 'bienban-'));
    const port = await freePort();
    const managementPort = await freePort();
    const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
    const child = spawn(java, [...FOLLOWED, '-jar', JAR], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
            ...process.env,
            BIENBAN_ADMIN_KEY: KEY,
            BIENBAN_DATABASE_DIRECTORY: join(directory, 'data'),
            QUARKUS_HTTP_HOST: '127.0.0.1',
            QUARKUS_HTTP_PORT: String(port),
            QUARKUS_MANAGEMENT_PORT: String(managementPort),
            // The checks ask more in a minute than any caller should.
            BIENBAN_LIMITS_ENABLED: 'false',
        },
    });
    const log = [];
    child.stdout.on('data', text => log.push(text));
    child.stderr.on('data', text => log.push(text));
    const abandon = () => child.kill();
    process.once('exit', abandon);

    const service = {
        url: `http://127.0.0.1:${port}`,
        log: () => Buffer.concat(log).toString('utf8'),
        send: request => send(port, request),
        /** As the kernel does when memory runs out: nothing is ended in order. */
        async kill() {
            const ended = once(child, 'exit');
            child.kill('SIGKILL');
            await ended;
        },
        async stop() {
            if (--users > 0) {
                return;
            }
            process.removeListener('exit', abandon);
            if (child.exitCode === null && child.signalCode === null) {
                const ended = once(child, 'exit');
                child.kill('SIGTERM');
                const force = globalThis.setTimeout(() => child.kill('SIGKILL'), END);
                await ended;
                clearTimeout(force);
            }
            await rm(directory, { recursive: true, force: true });
        },
    };
    try {
        await ready(managementPort, child);
    } catch (error) {
        users = 0;
        await service.stop();
        throw new Error(`${error.message}\n${service.log()}`);
    }
    return service;
}

async function freePort() {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    server.close();
    await once(server, 'close');
    return port;
}

async function ready(managementPort, child) {
    const latest = Date.now() + START;
    while (Date.now() < latest) {
        if (child.exitCode !== null) {
            throw new Error(`The service ended with ${child.exitCode}`);
        }
        const answer = await send(managementPort, { method: 'GET', path: '/q/health/ready' }).catch(() => null);
        if (answer?.status === 200) {
            return;
        }
        await sleep(250);
    }
    throw new Error(`The service was not ready after ${START / 1000} s`);
}

/** One request, its path sent as it is: what a tidier client would mend is to arrive. */
function send(port, { method, path, headers = {}, body, timeout = 30_000 }) {
    return new Promise((resolve, reject) => {
        const request = http.request(
            {
                host: '127.0.0.1',
                port,
                method,
                path,
                headers: body === undefined ? headers : { 'Content-Length': Buffer.byteLength(body), ...headers },
            },
            response => {
                const parts = [];
                response.on('data', part => parts.push(part));
                response.on('error', reject);
                response.on('end', () => {
                    clearTimeout(limit);
                    resolve({
                        status: response.statusCode,
                        headers: response.headers,
                        type: (response.headers['content-type'] ?? '').split(';')[0],
                        body: Buffer.concat(parts),
                    });
                });
            });
        const limit = globalThis.setTimeout(
            () => request.destroy(new Error(`no answer within ${timeout / 1000} s`)), timeout);
        request.on('error', error => {
            clearTimeout(limit);
            reject(error);
        });
        request.end(body);
    });
}
