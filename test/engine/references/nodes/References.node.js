'use strict';

const path = require('node:path');
const { Expression } = require('n8n-workflow');

const BUILT = path.resolve(__dirname, '../../../../dist/nodes/shared/n8n/read');
/** Parameters whose names do not matter, `text0` to `text19`, for one expression each. */
const TEXTS = Array.from({ length: 20 }, (_, at) => `text${at}`);
const COMPARED = [...TEXTS, 'group', 'rows', 'locator', 'columns', 'missing'];

const field = (name) => ({ displayName: name, name, type: 'string', default: '' });

/** What JSON does not have comes as `{ $is, value }`. */
function revive(value) {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(revive);
	if ('$is' in value) return REVIVED[value.$is](value.value);
	const object = value.$prototype === null ? Object.create(null) : {};
	for (const [key, one] of Object.entries(value)) {
		if (key === '$prototype') continue;
		Object.defineProperty(object, key, { value: revive(one), writable: true, enumerable: true, configurable: true });
	}
	return object;
}

const { DateTime, Duration } = require(require.resolve('luxon', { paths: [require.resolve('n8n-workflow')] }));
const REVIVED = {
	undefined: () => undefined,
	number: (text) => Number(text),
	bigint: (text) => BigInt(text),
	date: (text) => new Date(text),
	dateTime: (text) => DateTime.fromISO(text, { zone: 'Europe/Berlin' }),
	duration: (text) => Duration.fromISO(text),
	sparse: (length) => new Array(length),
	map: (entries) => new Map(entries),
	instance: (fields) => Object.assign(new (class Instance {})(), revive(fields)),
};

/** A value as a text that shows its types too. */
function describe(value, depth = 0) {
	if (depth > 30) return '…';
	if (typeof value === 'string') return JSON.stringify(value);
	if (Object.is(value, -0)) return '-0';
	if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`;
	if (value instanceof Date) return `Date ${value.getTime()}`;
	if (value instanceof DateTime) return `DateTime ${value.toISO()}`;
	if (Array.isArray(value))
		return `[${Array.from(value, (one, at) => (at in value ? describe(one, depth + 1) : 'hole')).join()}]`;
	const type = Object.getPrototypeOf(value)?.constructor?.name ?? 'null';
	return `${type === 'Object' || type === 'null' ? '' : type}{${Object.keys(value)
		.map((key) => `${JSON.stringify(key)}:${describe(value[key], depth + 1)}`)
		.join()}}`;
}

function outcomeOf(read) {
	try {
		return describe(read());
	} catch (error) {
		const { name, message, description, context, cause } = error;
		return `throws ${JSON.stringify([name, message, description, context])} at ${describe(cause)}`;
	}
}

const operations = {
	/** Chooses n8n's expression engine for the whole process: n8n starts `vm`, its core alone has `legacy`. */
	async engine(context) {
		const engine = context.getNodeParameter('engine', 0);
		const sizes = { poolSize: 1, maxCodeCacheSize: 1024, bridgeTimeout: 5000, bridgeMemoryLimit: 128 };
		try {
			await Expression.initExpressionEngine({ engine, ...sizes });
		} catch {
			// The isolate is made for other versions of Node.js.
			Expression.setExpressionEngine('legacy');
			Expression.vmEvaluator = undefined;
		}
		return [{ json: { engine: Expression.getActiveImplementation() } }];
	},
	async revive(context) {
		return context.getInputData().map(({ json }, item) => ({ json: revive(json), pairedItem: { item } }));
	},
	/** Reads every parameter of every item in both ways. */
	async compare(context) {
		const { parametersOf } = require(path.join(BUILT, 'params.js'));
		const differing = [];
		let compared = 0;
		let evaluated = 0;
		const counting = new Proxy(context, {
			get(target, key) {
				const value = target[key];
				if (key === 'getNodeParameter')
					return (name, item, fallback, options) => {
						if (!options?.rawExpressions) evaluated += 1;
						return value.call(target, name, item, fallback, options);
					};
				return typeof value === 'function' ? value.bind(target) : value;
			},
		});
		const before = context.getInputData().map(({ json }) => describe(json));
		for (const item of context.getInputData().keys()) {
			const fields = parametersOf(counting, item);
			for (const name of COMPARED) {
				const ours = outcomeOf(() => fields.raw(name));
				const theirs = outcomeOf(() => context.getNodeParameter(name, item, null));
				compared += 1;
				const raw = context.getNodeParameter(name, 0, null, { rawExpressions: true });
				if (ours !== theirs) differing.push({ name, item, raw, json: before[item], ours, theirs });
			}
		}
		return [{ json: { compared, evaluated, differing } }];
	},
};

exports.References = class References {
	description = {
		name: 'references',
		displayName: 'References',
		group: ['transform'],
		version: 1,
		description: 'Reads parameters with and without the expression engine',
		defaults: { name: 'References' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [
			{ ...field('authentication'), default: 'extensivOrderManagerApi' },
			{ ...field('operation'), default: 'compare' },
			{ ...field('engine'), default: 'legacy' },
			...TEXTS.map(field),
			{ displayName: 'Group', name: 'group', type: 'collection', default: {}, options: TEXTS.map(field) },
			{
				displayName: 'Rows',
				name: 'rows',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				default: {},
				options: [{ displayName: 'Row', name: 'row', values: TEXTS.map(field) }],
			},
			{
				displayName: 'Locator',
				name: 'locator',
				type: 'resourceLocator',
				default: { mode: 'id', value: '' },
				modes: [{ displayName: 'By ID', name: 'id', type: 'string' }],
			},
			{
				displayName: 'Columns',
				name: 'columns',
				type: 'resourceMapper',
				default: { mappingMode: 'defineBelow', value: null },
				typeOptions: { resourceMapper: { resourceMapperMethod: 'none', mode: 'add' } },
			},
		],
	};

	async execute() {
		return [await operations[this.getNodeParameter('operation', 0)](this)];
	}
};
