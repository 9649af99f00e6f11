import type { IDataObject } from 'n8n-workflow';
import type { OrderManagerApi } from '../../shared/api/ports';
import type { BatchItem } from '../../shared/batch/types';
import { InputError } from '../../shared/domain/inputError';
import { type Mapping, type Sources, entriesOf, mapFrom, mapTo, unmapped } from '../../shared/domain/mapping/mapCode';
import { addTo } from '../../shared/domain/multiMap';
import type { Fields } from '../../shared/n8n/read/params';
import type { AnyOperation, PassedItem } from '../../shared/n8n/run/operation';
import { passOperation } from '../../shared/n8n/run/operation';
import { type MapKind, OUTPUTS } from './kind';
import { type Settings, readSettings } from './settings';
import { readOutputField, remarkOnReplaced, replacedIn } from './outputField';
import { textOfReason } from './words';

/** One item: its code, where the result goes, and what the code needs besides itself. */
export interface MapInput<Extra> {
	code?: string;
	extra?: Extra;
	/** Why the code or what it needs cannot be used. */
	unusable?: string;
	field: string;
	/** The fields that the item loses if it is unmapped. */
	replaces: string[];
}

/** Finding candidates takes milliseconds per code: a run that knows hardly any of its codes has a wrong setting. */
const MOST_WITH_CANDIDATES = 1_000;

interface Seen {
	unmapped: number;
}

type Inputs<Extra> = ReadonlyArray<BatchItem<MapInput<Extra>>>;

/** The operation that maps the codes of a kind. */
export const mapOperation = <Extra>(kind: MapKind<Extra>): AnyOperation =>
	passOperation<MapInput<Extra>>({
		failedOutput: OUTPUTS.unmapped,
		read: (fields) => {
			const field = readOutputField(fields);
			const replaces = replacedIn(fields);
			try {
				return { field, replaces, code: fields.code('code', 'Code'), extra: kind.extra(fields) };
			} catch (error) {
				return { field, replaces, unusable: textOfInput(error) };
			}
		},
		async *run(manager, inputs, options) {
			const settings = readSettings(options, kind.fold);
			const groups = new Map<string, Array<BatchItem<MapInput<Extra>>>>();
			for (const input of inputs) addTo(groups, groupOf(kind, input.value), input);
			const replaced = new Set<string>();
			const seen: Seen = { unmapped: 0 };
			for (const [group, members] of groups) {
				const sources = await sourcesFor(manager, kind, group, members, settings, options);
				const mapping = mapOnce(settings, sources, seen);
				for (const { index, value } of members) {
					const result = value.unusable === undefined ? mapping(value.code) : unusable(value.unusable);
					const done = outcome(kind, value, result, settings);
					if (done.output === OUTPUTS.unmapped) for (const name of value.replaces) replaced.add(name);
					yield { index, ...done };
				}
			}
			remarkOnReplaced(options, replaced);
			if (settings.candidates > 0) remarkOnUnknown(options, seen.unmapped);
		},
	});

/** Unusable values have nothing to look up. */
const groupOf = <Extra>(kind: MapKind<Extra>, { extra }: MapInput<Extra>): string =>
	extra === undefined ? '' : (kind.groupOf?.(extra) ?? '');

async function sourcesFor<Extra>(
	manager: OrderManagerApi,
	kind: MapKind<Extra>,
	group: string,
	inputs: Inputs<Extra>,
	{ direction, isLive, tables, withInactive, candidates, give }: Settings,
	options: Fields,
): Promise<Sources> {
	const given = inputs.flatMap(({ value: { code } }) => (code === undefined ? [] : [code]));
	const distinct = [...new Map(given.map((code) => [kind.fold(code), code])).values()];
	const inTables = direction === 'to' ? distinct.flatMap((code) => entriesOf(code, tables)) : [];
	const looksUp = isLive && (kind.isKnown?.(group) ?? true);
	const wanted = {
		direction,
		codes:
			direction === 'from' ? distinct : looksUp ? distinct.filter((code) => entriesOf(code, tables).length === 0) : [],
		values: [...new Set(inTables.map(({ value }) => value))],
		isLive: looksUp,
		give,
		candidates,
		options,
	};
	const needsNone = wanted.codes.length === 0 && wanted.values.length === 0;
	const directory = needsNone ? { find: () => [], near: () => [] } : await kind.directory(manager, wanted, group);
	return { tables, isLive: looksUp, directory, withInactive, candidates };
}

/** Maps each distinct code once. @param seen counts the unmapped codes of the run: the first ones get candidates */
function mapOnce(settings: Settings, sources: Sources, seen: Seen): (code: string | undefined) => Mapping {
	const known = new Map<string | undefined, Mapping>();
	return (code) => {
		const before = known.get(code);
		if (before) return before;
		const candidates = seen.unmapped < MOST_WITH_CANDIDATES ? sources.candidates : 0;
		const mapping = mapOne(code, settings, { ...sources, candidates });
		if (!mapping.isMapped && code !== undefined) seen.unmapped += 1;
		known.set(code, mapping);
		return mapping;
	};
}

function remarkOnUnknown(options: Fields, count: number): void {
	if (count <= MOST_WITH_CANDIDATES) return;
	options.remark(
		`Only the first ${MOST_WITH_CANDIDATES} unmapped codes of the run have candidates, of %s. Check that “Code” and ` +
			'“Look Up In” fit together.',
		String(count),
	);
}

const mapOne = (code: string | undefined, { direction, give }: Settings, sources: Sources): Mapping =>
	direction === 'to' ? mapTo(code, sources) : mapFrom(code, give, sources);

const unusable = (text: string): Mapping => unmapped({ problem: 'unusable', text });

function outcome<Extra>(
	kind: MapKind<Extra>,
	{ code, extra, field }: MapInput<Extra>,
	result: Mapping,
	{ direction, isValueOnly }: Settings,
): Omit<PassedItem, 'index'> {
	if (!result.isMapped) {
		const { reason, candidates } = result;
		return { output: OUTPUTS.unmapped, adds: unmappedFields(textOfReason(reason, code, kind.words), candidates) };
	}
	try {
		const more = extra === undefined ? undefined : kind.complete?.(result, extra, direction);
		const { target, by, code: erpCode } = result;
		const whole = {
			...(direction === 'from' ? { code: erpCode ?? null } : {}),
			...target.details,
			...more,
			matchedBy: by,
		};
		const only = direction === 'from' ? erpCode : target.value;
		return { output: OUTPUTS.mapped, adds: { [field]: isValueOnly ? only : whole } as IDataObject };
	} catch (error) {
		return { output: OUTPUTS.unmapped, adds: unmappedFields(textOfInput(error), []) };
	}
}

/** What is added to an unmapped item. */
export const unmappedFields = (reason: string, candidates: readonly object[]): IDataObject =>
	({ reason, candidates: candidates.map((one) => ({ ...one })) }) as IDataObject;

/** What is wrong with a value, and what to do about it. @throws any other error */
export function textOfInput(error: unknown): string {
	if (!(error instanceof InputError)) throw error;
	return [`${error.field}: ${error.problem}`, error.remedy].filter(Boolean).join(' ');
}
