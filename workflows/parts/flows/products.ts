import { workflowOf, type Workflow } from '../canvas';
import { type ErpPart, type ErpParts, setting, type Setting, settingsOf, testNote } from '../erp';
import { IDLE } from '../executions';
import { BEFORE, keepFailures, whenReplayed } from '../failures';
import { everyMinutes, ifTrue, manualTrigger, setFields } from '../steps/n8nSteps';
import { type Chain, entryOf, exitOf, linksOf, type Section, type Step } from '../step';
import {
	bundleColumns,
	compare,
	compareAll,
	createBundles,
	createListings,
	existing,
	listingsOfExtensiv,
	type Offers,
	salesChannels,
	unpack,
	write,
} from './productSteps';
import { startAndSettings, startedBy } from '../startAndSettings';

/** Flow 4: the ERP's products become products in Extensiv. */
export function productsIn(erp: ErpParts, products: ErpPart): Workflow {
	const title = `${erp.title} products to Extensiv`;
	const offers: Offers = {
		...(erp.bundles && { bundles: erp.bundles }),
		...(erp.listings && { listings: erp.listings }),
	};
	const names = Object.keys(offers);
	return workflowOf(
		title,
		'Creates the products of the ERP that Extensiv Order Manager does not have, and changes those that differ. Products that ' +
			'the ERP does not name stay as they are, and so do fields that it leaves empty; a price, cost or weight of 0 counts as empty.\n\n' +
			`${testNote(erp)}**Before the first run**\n${[
				...erp.before,
				'The steps of Extensiv: choose your credential in each. *Settings*: *brandIfNone* is the brand of new products without ' +
					'one (Extensiv requires it), *currency* that of the ERP’s prices.' +
					(names.length > 0 ? ` Set ${listed(names)} to true if you want them.` : ''),
				BEFORE,
			]
				.map((line, at) => `${at + 1}. ${line}`)
				.join('\n')}`,
		[
			startAndSettings(
				[manualTrigger(), everyMinutes(60, 'Every hour'), whenReplayed],
				[
					...settingsOf(erp, products, ...Object.values(offers)),
					{ name: 'brandIfNone', value: 'Unbranded' },
					{ name: 'currency', value: 'USD' },
					...names.map((name) => ({ name, value: false })),
				],
				`${startedBy('Every hour')} What you set once is in **Settings**.`,
			),
			{ title: `Read the products of ${erp.title}`, ...products },
			...(offers.bundles ? [byChoice('bundles', erp.title, offers.bundles)] : []),
			...(offers.listings
				? [byChoice('listings', erp.title, offers.listings, [salesChannels, listingsOfExtensiv])]
				: []),
			{
				title: 'Read Extensiv and compare',
				note: 'Reads the products of Extensiv once. Only what is new or differs is written, so that a run without changes writes nothing.',
				steps: [
					existing(names.length > 0),
					names.length > 0 ? compareAll(products, offers) : compare(exitOf(products).step),
				],
			},
			{
				title: 'Create and change',
				note:
					'A product is known by its SKU; upper and lower case do not matter. New products are plain ones, without components or variations.' +
					(offers.bundles
						? '\n\nExtensiv has no call that changes the components of a bundle: a difference is a failure that names both.'
						: ''),
				...writing(offers),
			},
			// The figures always come, so that this runs also if nothing failed.
			keepFailures(
				['Refused by Extensiv', ...names.map(refusedName), 'Not written', 'Figures of the run'].map((from) => ({
					from,
				})),
				{
					files: [],
					code: `	const results = $input.all().map(({ json }) => json);
	const failures = results.filter(({ reason }) => reason !== undefined);
	return {
		failures: failures.map(({ reason, remedy, sku, key }) => ({ key: key || sku || '(no SKU)', reason, remedy, item: { sku } })),
		ok: [],
		// An ERP that gives nothing says nothing about what failed before.
		others: results.some(({ inErp }) => inErp > 0) ? 'closed' : 'kept',
	};`,
				},
			),
		],
		IDLE,
	);
}

const listed = (names: readonly string[]): string => names.map((name) => `*${name}*`).join(' and ');

/** Reads what the setting of that name asks for, and goes on in any case. */
const byChoice = (name: 'bundles' | 'listings', erp: string, part: ErpPart, more: readonly Step[] = []): Section => {
	const wanted = `${capital(name)} wanted?`;
	const goOn = `After the ${name}`;
	const last = { ...exitOf(part) };
	const chain = [last.step, ...more.map((step) => step.name), goOn];
	return {
		title: `Read the ${name} of ${erp}, if wanted`,
		note: `${part.note}\n\n*${name}* in **Settings** turns this on.`,
		steps: [
			{ ...ifTrue(wanted, `={{ ${setting(name)} }}`), executeOnce: true },
			...part.steps,
			...more,
			{ ...setFields(goOn, []), executeOnce: true, alwaysOutputData: true },
		],
		links: [
			{ from: wanted, to: entryOf(part) },
			...linksOf(part),
			...chain
				.slice(1)
				.map((to, at) => ({ from: chain[at] ?? '', to, ...(at === 0 && last.output > 0 && { output: last.output }) })),
			{ from: wanted, output: 1, to: goOn },
		],
		lanes: Object.fromEntries([...part.steps, ...more].map((step) => [step.name, 1])),
	};
};

const capital = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}`;
const refusedName = (name: string): string => `Refused ${name}`;

/** The steps that write what the comparison found. n8n works off branches from the top: products come before what needs them. */
function writing({ bundles, listings }: Offers): Chain & Pick<Section, 'lanes'> {
	const refused = 'Cannot be written?';
	const branches = [
		{ test: 'A product to write?', action: 'write', steps: [unpack, write], refusals: 'Refused by Extensiv' },
		...(bundles
			? [
					{
						test: 'A bundle to create?',
						action: 'bundle',
						steps: [bundleColumns, createBundles],
						refusals: refusedName('bundles'),
					},
				]
			: []),
		...(listings
			? [
					{
						test: 'A listing to create?',
						action: 'listing',
						steps: [createListings],
						refusals: refusedName('listings'),
					},
				]
			: []),
	];
	const tests = [...branches.map(({ test }) => test), refused];
	const names = branches.map(({ steps }) => steps.map(({ name }) => name));
	return {
		steps: [
			...branches.flatMap(({ test, action, steps, refusals }) => [
				ifTrue(test, `={{ $json.action === '${action}' }}`),
				...steps,
				setFields(refusals, refusal('={{ $json.error }}', '={{ $json.message }}', action)),
			]),
			ifTrue(refused, "={{ $json.action === 'refused' }}"),
			setFields('Not written', refusal('={{ $json.reason }}', '={{ $json.remedy }}', 'refused')),
			setFields('Figures of the run', [], { keepOthers: true }),
		],
		links: [
			...branches.flatMap(({ test, refusals }, at) => {
				const [first = '', ...rest] = names[at] ?? [];
				const last = rest.at(-1) ?? first;
				return [
					{ from: test, to: first },
					{ from: test, output: 1, to: tests[at + 1] ?? '' },
					...rest.map((to) => ({ from: first, to })),
					{ from: last, output: 1, to: refusals },
				];
			}),
			{ from: refused, to: 'Not written' },
			{ from: refused, output: 1, to: 'Figures of the run' },
		],
		lanes: {
			...Object.fromEntries(branches.map(({ refusals }, at) => [refusals, at * 2 + 1])),
			...Object.fromEntries(
				branches.flatMap(({ test }, at) => [test, ...(names[at] ?? [])].map((name) => [name, at * 2])),
			),
			[refused]: branches.length * 2,
			'Not written': branches.length * 2,
			'Figures of the run': branches.length * 2 + 1,
		},
	};
}

/** Keys of rows in the table of failures, where the SKU alone does not say what failed. */
const KEYS: Readonly<Record<string, string>> = {
	bundle: 'bundle {{ $json.sku }}',
	listing: 'listing {{ $json.listingSku }} in {{ $json.salesChannel }}',
};

const refusal = (reason: string, remedy: string, action: string): Setting[] => [
	{ name: 'sku', value: '={{ $json.sku }}' },
	...(KEYS[action] ? [{ name: 'key', value: `=${KEYS[action]}` }] : []),
	...(action === 'refused' ? [{ name: 'key', value: "={{ $json.key || '' }}" }] : []),
	{ name: 'reason', value: reason },
	{ name: 'remedy', value: remedy },
];
