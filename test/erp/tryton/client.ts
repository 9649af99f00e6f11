import axios, { type AxiosInstance } from 'axios';

/** Tryton did not do what it was asked. */
export class TrytonError extends Error {}

type Objection = [kind: string, about: unknown];

/** What Tryton says against a call. */
const wordsOf = ([kind, about]: Objection): string =>
	Array.isArray(about) ? [kind, ...about.filter((part) => typeof part === 'string')].join(': ') : kind;

/** How JSON-RPC writes what JSON has no word for. */
export const decimal = (value: string | number) => ({ __class__: 'Decimal', decimal: String(value) });

/** A day, from `2026-03-05`. */
export const day = (iso: string) => {
	const [year, month, date] = iso.split('-').map(Number);
	return { __class__: 'date', year, month, day: date };
};

export type Row = Record<string, unknown> & { id: number };

/** Tryton's JSON-RPC with the name and password of a user. */
export class TrytonClient {
	private readonly http: AxiosInstance;
	/** What Tryton's own client sends with every call: company, language and so on. */
	private context: Record<string, unknown> = {};

	constructor(
		readonly url: string,
		private readonly database: string,
		login: string,
		password: string,
	) {
		const auth = { username: login, password };
		this.http = axios.create({ baseURL: url, auth, proxy: false, timeout: 120_000, validateStatus: () => true });
	}

	/** Reads the user's preferences, of which the company is one. */
	async refreshContext(): Promise<void> {
		this.context = await this.send('model.res.user.get_preferences', [true, {}]);
	}

	/** Calls a method with its arguments; the context is added. Throws TrytonError with Tryton's words. */
	async call<Result>(method: string, ...params: unknown[]): Promise<Result> {
		return await this.send<Result>(method, [...params, this.context]);
	}

	async create(model: string, ...records: object[]): Promise<number[]> {
		return await this.call(`model.${model}.create`, records);
	}

	/** Creates one record; gives its id. */
	async createOne(model: string, record: object): Promise<number> {
		const [id = 0] = await this.create(model, record);
		return id;
	}

	async read(model: string, domain: unknown[], fields: string[]): Promise<Row[]> {
		return await this.call(`model.${model}.search_read`, domain, 0, null, [['id', 'ASC']], fields);
	}

	/** The same with more in the context, such as the locations of which the stock is asked. */
	async readIn<Record>(context: object, model: string, domain: unknown[], fields: string[]): Promise<Record[]> {
		const params = [domain, 0, null, [['id', 'ASC']], fields, { ...this.context, ...context }];
		return await this.send(`model.${model}.search_read`, params);
	}

	/** Id of the only record that there must be. */
	async idOf(model: string, domain: unknown[]): Promise<number> {
		const [first] = await this.read(model, domain, ['id']);
		if (!first) throw new TrytonError(`Tryton has no ${model} for ${JSON.stringify(domain)}`);
		return first.id;
	}

	async press(model: string, button: string, ids: number[]): Promise<void> {
		await this.call(`model.${model}.${button}`, ids);
	}

	private async send<Result>(method: string, params: unknown[]): Promise<Result> {
		const { status, data } = await this.http.post<{ result?: Result; error?: Objection } | undefined>(
			`/${this.database}/`,
			{ id: 1, method, params },
		);
		if (data?.error) throw new TrytonError(`${method}: ${wordsOf(data.error)}`);
		if (status !== 200) throw new TrytonError(`${method} answered ${status}`);
		return data?.result as Result;
	}
}
