// What a frontend developer writes on the first day, against types generated from openapi.yaml. It is compiled, not run.
import createClient from 'openapi-fetch';
import type { components, paths } from 'bienban-api';

export type Meeting = components['schemas']['Meeting'];
export type MeetingItem = components['schemas']['MeetingItem'];
export type Problem = components['schemas']['Problem'];

/** A refusal, with every fault of the input that it names. */
export class Refused extends Error {
    constructor(readonly problem: Problem) {
        super([problem.title, ...(problem.errors ?? []).map(fault =>
            `${fault.pointer ?? fault.parameter ?? ''}: ${fault.detail}`)].join('\n'));
    }
}

export class Meetings {
    private readonly api: ReturnType<typeof createClient<paths>>;

    constructor(baseUrl: string, key?: string) {
        this.api = createClient<paths>({ baseUrl, headers: key ? { Authorization: `Bearer ${key}` } : {} });
    }

    /** All meetings of a place and the places in it, page after page. */
    async *of(place: string, heldFrom?: string): AsyncGenerator<MeetingItem> {
        let cursor: string | undefined;
        do {
            const { data, error } = await this.api.GET('/v1/meetings', {
                params: { query: { place: [place], within: 'subtree', heldFrom, include: 'participants', limit: 100, cursor } },
            });
            if (error) {
                throw new Refused(error);
            }
            yield* data.items;
            cursor = data.next && (new URL(data.next, 'http://localhost').searchParams.get('cursor') ?? undefined);
        } while (cursor);
    }

    /** One meeting, with the tag that a change of it needs. */
    async get(id: string): Promise<{ meeting: MeetingItem; etag: string }> {
        const { data, error, response } = await this.api.GET('/v1/meetings/{id}', { params: { path: { id } } });
        if (error) {
            throw new Refused(error);
        }
        return { meeting: data, etag: response.headers.get('ETag') ?? '' };
    }

    async add(meeting: Meeting, idempotencyKey: string): Promise<Meeting> {
        const { data, error } = await this.api.POST('/v1/meetings', {
            params: { header: { 'Idempotency-Key': idempotencyKey } },
            body: meeting,
        });
        if (error) {
            throw new Refused(error);
        }
        return data;
    }

    /** Sets the title and removes the part of the day; someone else's change in between is refused, not overwritten. */
    async retitle(id: string, title: string): Promise<Meeting> {
        const { etag } = await this.get(id);
        const { data, error, response } = await this.api.PATCH('/v1/meetings/{id}', {
            params: { path: { id }, header: { 'If-Match': etag } },
            headers: { 'Content-Type': 'application/merge-patch+json' },
            body: { title, dayPart: null },
        });
        if (response.status === 412) {
            return this.retitle(id, title);
        }
        if (error) {
            throw new Refused(error);
        }
        // Only a purge answers nothing.
        return data ?? ((await this.get(id)).meeting as Meeting);
    }
}

/** The names of those who chaired, as text for a page. */
export const chairs = (meeting: MeetingItem): string => (meeting.participations ?? [])
    .filter(participation => participation.roles.includes('chair'))
    .map(participation => participation.speaker?.name ?? participation.group ?? '')
    .join(', ');

export const draft: Meeting = {
    title: 'Hội nghị giao ban tháng 8',
    kind: 'briefing',
    heldOn: '2022-08',
    place: { code: '292' },
    participations: [{ speaker: { name: 'Sái Thị Yến' }, roles: ['chair'], posts: ['Bí thư Thị ủy'] }],
    observations: [{ label: 'Tổng thu ngân sách', value: 905.653, unit: 'VND', unitMultiplier: 9 }],
    directives: [{ text: 'Hoàn thành kế hoạch năm.', dueOn: '2022-12', addressees: [{ name: 'UBND các phường, xã' }] }],
};
