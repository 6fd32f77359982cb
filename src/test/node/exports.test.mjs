// A download that the end of the server cut off is told from a whole one, and so is a whole one.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { KEY, startService } from './service.mjs';

// More than all that lies between the two ends can hold.
const MEETINGS = 40;
const FINDINGS = 100;

let service;
before(async () => {
    service = await startService();
});
after(() => service?.stop());

test('a whole download says so', async () => {
    await enterMeetings();
    const download = await receive(() => {});
    assert.ok(isWhole(download.text));
    assert.equal(download.complete, true);
});

test('a download of a server that was killed does not', async () => {
    const download = await receive(() => service.kill());
    assert.ok(download.text.length > 0, 'something had come');
    assert.equal(download.complete, false);
    assert.ok(!isWhole(download.text));
});

async function enterMeetings() {
    const findings = Array.from({ length: FINDINGS }, (_, i) => ({ kind: 'result', text: `${i} ${'Kết quả đạt được. '.repeat(250)}` }));
    for (let i = 0; i < MEETINGS; i++) {
        const answer = await service.send({
            method: 'POST',
            path: '/v1/meetings',
            headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
            body: JSON.stringify({ status: 'published', title: `Hội nghị ${i}`, kind: 'briefing', place: { code: '292' }, findings }),
        });
        assert.equal(answer.status, 201, answer.body.toString('utf8').slice(0, 500));
    }
}

/** Stops reading at the first bytes until the deed is done. */
function receive(deed) {
    return new Promise((resolve, reject) => {
        const parts = [];
        const request = http.get(`${service.url}/v1/exports/meetings.ndjson?place=292`, response => {
            const end = () => resolve({ text: Buffer.concat(parts).toString('utf8'), complete: response.complete });
            response.on('error', () => {});
            response.on('close', end);
            response.once('data', async () => {
                response.pause();
                await deed();
                response.resume();
            });
            response.on('data', part => parts.push(part));
        });
        request.on('error', reject);
    });
}

function isWhole(text) {
    const start = text.lastIndexOf('\n', text.length - 2) + 1;
    try {
        const { trailer } = JSON.parse(text.slice(start));
        return trailer.sha256 === createHash('sha256').update(text.slice(0, start)).digest('hex')
            && trailer.rows === text.slice(0, start).split('\n').length - 1;
    } catch {
        return false;
    }
}
