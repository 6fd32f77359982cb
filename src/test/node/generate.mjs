// Draws requests from the document: mostly what it allows, partly what it forbids, partly what no document thinks of.
import fc from 'fast-check';
import { contract, exampleOf, resolve } from './contract.mjs';
import { KEY } from './service.mjs';

const DEEPEST = 6;

/** Characters that have broken something somewhere. */
const NASTY = [
    '', ' ', '\t', '0', '-1', '1e3', 'null', 'true', '[]', '{}', '\'', '"', '\\', '%', '%%', '_', '*', '--', '<b>', '../..',
    'Đảng ủy xã', 'uỷ ban', 'e\u0302\u0301', '\u200b', '\u202e', '\ufeff', '😀', '\u0000', 'a\u0000b', '\ud800', '\ufffe', '\u0130',
    'x'.repeat(600), 'ế'.repeat(300), '9'.repeat(30), '2022-02-30', '2022-13', '0000', '9999-12-31', '-0001', '+10000',
    '2022/2021', '2022-01/..', '../2022', '2021-02-29/2022', '99999999999999999999', 'NaN', 'Infinity', '00000000-0000-0000-0000-000000000000',
    '01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e1', 'urn:x', 'http://', 'a,b,,c', ',', '-', '--heldOn', 'heldOn,title', '/observations/0',
];
const RAW = ['%', '%zz', '%00', '%ff', '%ED%A0%80', '%C0%AF', '%2e%2e%2f', '%0d%0aX-A:%20b', '+', '%25', '&', '=', ';', '[]'];
const text = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('Hội nghị giao ban', 'Ủy ban nhân dân thị xã', 'Nguyễn Văn Đức', 'a', 'Kết luận số 12-KL/TU') },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(drawn => drawn.trim() !== '') });
const date = fc.oneof(
    fc.constantFrom('2022', '2022-07', '2022-07-13', '2020-02-29', '2022-01/2022-06', '2020/2025', '2023-01-01'),
    fc.date({ min: new Date('1945-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map(day => day.toISOString().slice(0, 10)));

export const junk = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
    { weight: 2, arbitrary: fc.constantFrom(null, true, false, 0, -1, 0.1, 1e21, -1e300, 2147483648, 9007199254740993, [], {}, [[]], [null], { $ref: '#' }) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) });

/** The value in so many percent of the draws, else nothing. */
const maybe = (percent, value) => fc.oneof(
    { weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary: value });

/** A value that the schema allows, as far as the schema says what it allows. */
export function valueOf(schema, depth = 0) {
    const { readOnly, ...said } = resolve(schema) ?? {};
    const known = [].concat(said.examples ?? [], said.default ?? [], said.example ?? []);
    const drawn = drawnFrom(said, depth);
    return known.length > 0
        ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: drawn })
        : drawn;
}

function drawnFrom(schema, depth) {
    if (schema.enum) {
        return fc.constantFrom(...schema.enum);
    }
    const choice = schema.anyOf ?? schema.oneOf;
    if (choice) {
        return fc.oneof(...choice.map(one => valueOf(one, depth)));
    }
    switch ([schema.type].flat()[0]) {
        case 'string': return stringOf(schema);
        case 'integer': return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) });
        case 'number': return numberOf(schema);
        case 'boolean': return fc.boolean();
        case 'null': return fc.constant(null);
        case 'array': return depth > DEEPEST
            ? fc.constant([])
            : fc.array(valueOf(schema.items, depth + 1), { minLength: schema.minItems ?? 0, maxLength: Math.max(schema.minItems ?? 0, 3) });
        case 'object': return objectOf(schema, depth);
        default: return fc.jsonValue({ maxDepth: 2 });
    }
}

function numberOf(schema) {
    return fc.oneof(
        fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1_000_000 }),
        fc.integer({ min: 0, max: 10_000 }).map(n => n / 100).filter(n => n <= (schema.maximum ?? Infinity)));
}

function stringOf(schema) {
    if (schema.format === 'uuid') {
        return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() });
    }
    if (schema.format === 'date') {
        return date.filter(day => day.length === 10);
    }
    const fits = value => value.length >= (schema.minLength ?? 0) && value.length <= (schema.maxLength ?? Infinity);
    if (schema.pattern && schema.pattern !== '\\S') {
        return fc.stringMatching(new RegExp(`^(?:${schema.pattern})$`)).filter(fits);
    }
    return fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: date }).filter(fits);
}

function objectOf(schema, depth) {
    const required = schema.required ?? [];
    const members = Object.entries(schema.properties ?? {})
        .filter(([name]) => required.includes(name) || depth <= DEEPEST)
        .map(([name, member]) => [name, resolve(member), member])
        .map(([name, resolved, member]) => {
            const value = valueOf(member, depth + 1);
            if (required.includes(name)) {
                return [name, value];
            }
            return [name, maybe(resolved.readOnly ? 8 : 40, value)];
        });
    return fc.record(Object.fromEntries(members)).map(clean);
}

function clean(object) {
    return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** Every id that an example names: those of the sample records. */
const ids = [...new Set(JSON.stringify(contract).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))];

/** One change somewhere in a JSON value that is likely to make it wrong. */
function damaged(value) {
    return fc.tuple(fc.nat(), junk, fc.constantFrom('set', 'set', 'remove', 'add', 'nest')).map(([seed, wrong, deed]) => {
        const copy = structuredClone(value);
        const places = placesOf(copy);
        if (places.length === 0) {
            return wrong;
        }
        const [parent, name] = places[seed % places.length];
        if (deed === 'set') {
            parent[name] = wrong;
        } else if (deed === 'remove') {
            Array.isArray(parent) ? parent.splice(name, 1) : delete parent[name];
        } else if (deed === 'nest') {
            parent[name] = [parent[name]];
        } else if (!Array.isArray(parent)) {
            parent[typeof wrong === 'string' ? wrong : 'stranger'] = wrong;
        }
        return copy;
    });
}

function placesOf(value) {
    if (value === null || typeof value !== 'object') {
        return [];
    }
    return Object.keys(value).flatMap(name => [[value, name], ...placesOf(value[name])]);
}

/** The bytes of a body: mostly JSON as it should be, sometimes not even that. */
function bytesOf(body) {
    const sound = fc.oneof(
        ...(body.example === undefined ? [] : [fc.constant(body.example)]),
        ...(body.schema ? [valueOf(body.schema), valueOf(body.schema)] : [fc.jsonValue()]));
    const json = value => JSON.stringify(value) ?? 'null';
    return fc.oneof(
        { weight: 200, arbitrary: sound.map(json) },
        { weight: 200, arbitrary: sound.chain(damaged).map(json) },
        { weight: 20, arbitrary: junk.map(json) },
        {
            weight: 50,
            arbitrary: fc.tuple(sound.map(json), fc.nat()).chain(([sent, cut]) => fc.constantFrom(
                '', '{', ' ', '\u0000', sent.slice(0, cut % (sent.length + 1)), `${sent}${sent}`, `\ufeff${sent}`,
                Buffer.concat([Buffer.from(sent), Buffer.from([0xc3, 0x28])]), Buffer.from(sent, 'utf16le'),
                Buffer.from(sent.replaceAll('"', '"\u0000')),
                '{"title":"a","title":"b"}', '{"title":1e999}', '{"version":1e400,"ordinal":1E-400}', `{"title":"\\ud800"}`,
                `${'['.repeat(5000)}`, `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`, `[${'1'.repeat(5000)}]`,
            )),
        },
        { weight: 1, arbitrary: fc.constant(`{"title":"${'a'.repeat(3_000_000)}"}`) });
}

function parameterOf(parameter) {
    const example = exampleOf(parameter);
    const sound = example === undefined
        ? valueOf(parameter.schema)
        : fc.oneof({ weight: 3, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: valueOf(parameter.schema) });
    const odd = fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...NASTY).map(value => ({ value })) },
        { weight: 1, arbitrary: fc.constantFrom(...RAW).map(raw => ({ raw })) });
    return fc.oneof({ weight: 4, arbitrary: sound.map(value => ({ value })) }, { weight: 1, arbitrary: odd });
}

const encode = ({ value, raw }) => raw ?? Buffer.from(String(value), 'utf8').toString('latin1')
    .replace(/[^A-Za-z0-9._~-]/g, one => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`);

function pathOf(operation) {
    const names = [...operation.path.matchAll(/{(\w+)}/g)].map(([, name]) => name);
    return fc.tuple(...names.map(name => parameterOf(operation.parameters.find(one => one.name === name && one.in === 'path'))))
        .map(values => values.map(encode))
        // An empty or a dotted segment is another address.
        .filter(values => values.every(value => value && !/^(\.|%2e)+$/i.test(value) && !/[/;?#&]/.test(value)))
        .map(values => names.reduce((path, name, i) => path.replace(`{${name}}`, values[i]), operation.path));
}

function queryOf(operation) {
    const parameters = operation.parameters.filter(one => one.in === 'query');
    const few = Math.max(15, Math.round(250 / (parameters.length || 1)));
    const one = parameter => maybe(parameter.required ? 95 : Math.min(60, few), parameterOf(parameter)).map(given => {
        const values = given === undefined ? [] : given.raw === undefined ? [given.value].flat().map(value => ({ value })) : [given];
        return values.map(value => `${parameter.name}=${encode(value)}`);
    });
    const stranger = maybe(7, fc.constantFrom('limit=1&limit=2', 'unknown=1', 'x', '=', '%00=1', 'cursor=AAAA', '%ff=%ff', '&&'));
    return fc.tuple(stranger, ...parameters.map(one))
        .map(([extra, ...given]) => [...given.flat(), extra].filter(Boolean).join('&'))
        .map(query => query.slice(0, 3000));
}

/** Header values travel as Latin-1 without control characters; the rest cannot be sent at all. */
const headerText = value => String(value).replace(/[^\t\x20-\x7e\x80-\xff]/g, '?');

function headersOf(operation) {
    const own = operation.parameters.filter(one => one.in === 'header');
    const sometimes = values => maybe(8, fc.constantFrom(...values));
    return fc.record({
        Authorization: fc.oneof(
            { weight: 20, arbitrary: fc.constant(`Bearer ${KEY}`) },
            { weight: 1, arbitrary: fc.constant(undefined) },
            { weight: 1, arbitrary: fc.constantFrom('Bearer wrong', 'Bearer', 'Basic YTpi', '', `bearer  ${KEY}`, 'Bearer \xff') }),
        Accept: sometimes(['application/json', '*/*', 'application/xml', 'text/html, */*;q=0.1', 'x', ';', 'application/json;q=0', 'application/problem+json']),
        'Accept-Language': sometimes(['vi', 'en', 'en-GB, vi;q=0.5', 'x-y-z-0', '*', ';;', 'zz;q=2', 'e'.repeat(300)]),
        'Accept-Encoding': sometimes(['gzip', 'deflate', 'br', 'identity;q=0', 'zz']),
        'If-None-Match': sometimes(['*', '"1"', '"1", "2"', 'W/"1"', '"', '\xff']),
        'Content-Type': operation.body
            ? fc.oneof(
                { weight: 30, arbitrary: fc.constant(operation.body.type) },
                {
                    weight: 2,
                    arbitrary: fc.constantFrom(undefined, 'text/plain', 'application/xml', 'x', '', `${operation.body.type}; charset=utf-16`, 'application/json; charset=nope', 'application/*', '*/*',
                        'application/x-www-form-urlencoded', 'multipart/form-data'),
                })
            : sometimes(['application/json', 'x']),
        ...Object.fromEntries(own.map(parameter => [parameter.name, fc.oneof(
            { weight: parameter.required ? 16 : 2, arbitrary: valueOf({ ...parameter.schema, examples: [exampleOf(parameter) ?? 'key-1'] }) },
            { weight: 1, arbitrary: fc.constant(undefined) },
            { weight: 2, arbitrary: fc.constantFrom('*', '"1"', '"999"', 'W/"1"', '"1.0000000', '', ' ', '\xff', 'k'.repeat(201), '"1", "2"') })])),
    }).map(clean).map(headers => Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, headerText(value)])));
}

/** Any request to an operation. */
export function requestTo(operation) {
    return fc.record({
        path: pathOf(operation),
        query: queryOf(operation),
        headers: headersOf(operation),
        body: operation.body ? bytesOf(operation.body) : fc.constant(undefined),
    }).map(({ path, query, headers, body }) => ({
        method: operation.method,
        path: query ? `${path}?${query}` : path,
        headers,
        body,
    }));
}
