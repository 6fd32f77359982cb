// Reads openapi.yaml: its operations with their examples, and what their answers must look like.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';

export const root = new URL('../../../', import.meta.url);
export const contract = parse(readFileSync(new URL('openapi.yaml', root), 'utf8'));

const METHODS = ['get', 'post', 'patch', 'put', 'delete'];

/** The object that a reference leads to; members beside the reference are kept. */
export function resolve(node) {
    if (!node?.$ref) {
        return node;
    }
    const { $ref, ...beside } = node;
    const target = $ref.slice(2).split('/').reduce((parent, name) => parent[unescape(name)], contract);
    return { ...resolve(target), ...beside };
}

const escape = name => name.replaceAll('~', '~0').replaceAll('/', '~1');
const unescape = name => name.replaceAll('~1', '/').replaceAll('~0', '~');

export const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
    METHODS.filter(method => item[method]).map(method => operation(path, method, item)));

function operation(path, method, item) {
    const said = item[method];
    const body = resolve(said.requestBody);
    const [bodyType, media] = Object.entries(body?.content ?? {})[0] ?? [];
    return {
        id: said.operationId,
        tag: said.tags?.[0],
        method: method.toUpperCase(),
        path,
        parameters: [...(item.parameters ?? []), ...(said.parameters ?? [])].map(resolve),
        body: body && { required: body.required, type: bodyType, schema: media.schema, example: exampleOf(media) },
        statuses: Object.keys(said.responses).map(Number),
        answers: Object.entries(said.responses)
            .filter(([status]) => status.startsWith('2'))
            .flatMap(([, answer]) => Object.keys(resolve(answer).content ?? {})),
    };
}

export function exampleOf(holder) {
    return holder.example ?? Object.values(holder.examples ?? {})[0]?.value;
}

// What an answer holds must be in the document, to the last member.
const ajv = formats.default(new Ajv2020({ strict: false, allErrors: true, validateSchema: false }));
ajv.addSchema(closed(contract), 'contract');

function closed(node) {
    if (Array.isArray(node)) {
        return node.map(closed);
    }
    if (node === null || typeof node !== 'object') {
        return node;
    }
    const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, closed(value)]));
    return node.type === 'object' && node.properties && node.additionalProperties === undefined
        ? { ...copy, additionalProperties: false }
        : copy;
}

/** What is wrong with an answer, as one line each; nothing when it keeps the contract. */
export function faultsOf(operation, answer) {
    const responses = `/paths/${escape(operation.path)}/${operation.method.toLowerCase()}/responses`;
    const said = contract.paths[operation.path][operation.method.toLowerCase()].responses[answer.status];
    if (!said) {
        return [`status ${answer.status} is not documented`];
    }
    const content = resolve(said).content;
    if (!content) {
        return answer.body.length === 0 ? [] : [`status ${answer.status} is documented without a body`];
    }
    const type = answer.type;
    if (!content[type]) {
        return [`status ${answer.status} came as ${type || 'no type'} instead of ${Object.keys(content).join(', ')}`];
    }
    const pointer = said.$ref ? said.$ref.slice(1) : `${responses}/${answer.status}`;
    return faultsOfValue(`${pointer}/content/${escape(type)}/schema`, json(answer));
}

function json(answer) {
    const text = answer.body.toString('utf8');
    try {
        return answer.type.endsWith('json') && !answer.type.endsWith('ndjson') ? JSON.parse(text) : text;
    } catch {
        return undefined;
    }
}

function faultsOfValue(pointer, value) {
    const uri = `contract#${pointer.split('/').map(encodeURIComponent).join('/')}`;
    const validate = ajv.getSchema(uri) ?? ajv.compile({ $ref: uri });
    return validate(value)
        ? []
        : validate.errors.map(error => `${error.instancePath || 'the body'} ${error.message}`
            + (error.params.additionalProperty ? `: ${error.params.additionalProperty}` : ''));
}
