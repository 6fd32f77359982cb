// Every operation does what its example asks for, on a fresh start: reads, creations, changes, deletions, reads again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exampleOf, faultsOf, operations } from './contract.mjs';
import { KEY, startService } from './service.mjs';

const ORDER = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const reads = operations.filter(operation => operation.method === 'GET');
const ordered = ORDER.flatMap(method => operations.filter(operation => operation.method === method));

let service;
before(async () => {
    service = await startService();
});
after(() => service?.stop());

for (const operation of ordered) {
    test(`${operation.id} works as its example says`, () => perform(operation));
}
for (const operation of reads) {
    test(`${operation.id} still works after all the others`, () => perform(operation));
}

async function perform(operation) {
    const answer = await service.send(requestOf(operation));
    const told = `${answer.status} ${answer.body.toString('utf8').slice(0, 2000)}`;
    assert.ok((answer.status >= 200 && answer.status < 300) || [304, 308].includes(answer.status), told);
    assert.deepEqual(faultsOf(operation, answer), [], told);
    const items = answer.type === 'application/json' ? JSON.parse(answer.body.toString('utf8')).items : undefined;
    assert.ok(!items || items.length > 0, 'the example finds nothing');
}

function requestOf(operation) {
    const given = operation.parameters
        .map(parameter => ({ ...parameter, value: exampleOf(parameter) }))
        .filter(parameter => parameter.value !== undefined);
    const missing = operation.parameters
        .filter(parameter => parameter.required && exampleOf(parameter) === undefined)
        .map(parameter => parameter.name);
    assert.deepEqual(missing, [], 'needed parameters without an example');
    assert.ok(!operation.body?.required || operation.body.example !== undefined, 'there is no example of the body');
    assert.ok(
        operation.parameters.length === 0 || given.length > 0 || operation.body?.example !== undefined,
        'there is no example at all');

    const path = given
        .filter(parameter => parameter.in === 'path')
        .reduce((text, { name, value }) => text.replace(`{${name}}`, encodeURIComponent(value)), operation.path);
    const query = new URLSearchParams(given
        .filter(parameter => parameter.in === 'query')
        .flatMap(({ name, value }) => [value].flat().map(one => [name, String(one)])));
    const headers = { Authorization: `Bearer ${KEY}`, Accept: operation.answers.join(', ') || 'application/json' };
    given.filter(parameter => parameter.in === 'header').forEach(({ name, value }) => {
        headers[name] = value;
    });
    if (!operation.body) {
        return { method: operation.method, path: `${path}?${query}`, headers };
    }
    headers['Content-Type'] = operation.body.type;
    const body = typeof operation.body.example === 'string'
        ? operation.body.example
        : JSON.stringify(operation.body.example);
    return { method: operation.method, path: `${path}?${query}`, headers, body };
}
