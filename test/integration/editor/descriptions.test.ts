import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { builtCredentials, builtNodes, existsFrom, manifest, readBeside } from '../../support/pack';

const NODES = builtNodes();
const isOptions = (property: INodeProperties): boolean => ['options', 'multiOptions'].includes(property.type);
/** The types that log in to a service; the other one holds what senders of webhooks sign with. */
const logins = () => builtCredentials().filter(({ properties }) => properties.some(({ name }) => name === 'readOnly'));
const isTestedByNodes = (type: string): boolean =>
	NODES.some(({ node, description }) =>
		description.credentials?.some(
			({ name, testedBy }) =>
				name === type && typeof testedBy === 'string' && testedBy in (node.methods?.credentialTest ?? {}),
		),
	);
const optionsOf = (property: INodeProperties): INodePropertyOptions[] =>
	(property.options ?? []) as INodePropertyOptions[];

describe.each(NODES)('The node $name', ({ name, file, node, description, properties }) => {
	const isTrigger = description.group.includes('trigger');

	it('shows under its title what it does', () => {
		expect(description.subtitle).toMatch(/\$parameter/);
		expect(description.description).toMatch(/\w/);
	});

	it('can be the tool of an AI agent, unless it is a trigger', () => {
		expect(description.usableAsTool === true).toBe(!isTrigger);
	});

	it('is written in American English, but for the names that the service itself gives its statuses and reasons', () => {
		const shown = ['name', 'displayName', 'description', 'action', 'hint', 'placeholder'];
		const texts = (of: object): string[] =>
			Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
				if (typeof value === 'object' && value !== null) return texts(value);
				const isServices = 'value' in of && /cancelled/i.test(String(of.value));
				return typeof value === 'string' && shown.includes(key) && (key !== 'name' || ('value' in of && !isServices))
					? [value]
					: [];
			});
		expect(
			texts(description).filter((text) =>
				/\b(catalogue|cancelled|fulfils?\b|colour|behaviour|favour|centre|licence)/i.test(text),
			),
		).toEqual([]);
	});

	it('names every operation as a person would', () => {
		const operations = properties.filter((property) => property.name === 'operation').flatMap(optionsOf);
		if (!isTrigger) expect(operations).not.toEqual([]);
		for (const operation of operations) {
			expect({ operation: operation.value, ...operation }).toMatchObject({
				action: expect.stringMatching(/^[A-Z][^.]+$/),
				description: expect.stringMatching(/\w/),
			});
		}
	});

	it('has operations for each of its resources, and for no other', () => {
		const served = properties
			.filter((property) => property.name === 'operation')
			.flatMap((property) => property.displayOptions?.show?.resource ?? []);
		const resources = properties.find((property) => property.name === 'resource');
		const named = resources ? optionsOf(resources).map(({ value }) => String(value)) : [];
		expect(new Set(served)).toEqual(new Set(named));
	});

	it('lets every resource locator be filled in by hand (ID, code or SKU), and its list be searched', () => {
		for (const locator of properties.filter((property) => property.type === 'resourceLocator')) {
			expect(locator.modes?.map(({ displayName }) => displayName)).toContainEqual(
				expect.stringMatching(/^By (ID|Code|SKU)$/),
			);
			const list = locator.modes?.find((mode) => mode.name === 'list');
			expect(list?.typeOptions).toMatchObject({ searchable: true });
			expect(Object.keys(node.methods?.listSearch ?? {})).toContain(list?.typeOptions?.searchListMethod);
		}
	});

	it('offers a default that is one of the options', () => {
		// The choices of a list that is loaded from the account are not known here.
		for (const property of properties.filter(
			({ type, typeOptions }) => type === 'options' && !typeOptions?.loadOptionsMethod,
		)) {
			expect(optionsOf(property).map(({ value }) => value)).toContain(property.default);
		}
	});

	it('has no two options of one name or value in a field', () => {
		for (const property of properties.filter(isOptions)) {
			for (const key of ['name', 'value'] as const) {
				const values = optionsOf(property).map((option) => option[key]);
				expect({ field: property.name, values: [...new Set(values)] }).toEqual({ field: property.name, values });
			}
		}
	});

	it('asks for the credential that is chosen under Authentication', () => {
		const authentication = properties.find((property) => property.name === 'authentication');
		if (!authentication)
			return expect(description.credentials).toEqual([
				{ name: 'extensivWebhookApi', required: true, testedBy: expect.any(String) },
			]);
		const choices = optionsOf(authentication).map(({ value }) => value);
		const types = logins().map((type) => type.name);
		expect([...choices].sort()).toEqual([...types].sort());
		expect(
			description.credentials?.map(({ name: type, required, displayOptions }) => [
				type,
				required,
				displayOptions?.show?.authentication,
			]),
		).toEqual(expect.arrayContaining(types.map((type) => [type, true, [type]])));
	});

	it('has a codex file beside it that names this very node', () => {
		const codex = readBeside(file, '.json');
		expect(JSON.parse(codex ?? '{}')).toMatchObject({
			node: `${manifest.name}.${name}`,
			nodeVersion: '1.0',
			codexVersion: '1.0',
			categories: expect.arrayContaining([expect.any(String)]),
			resources: {
				primaryDocumentation: [{ url: expect.stringMatching(/^https:/) }],
				credentialDocumentation: [{ url: expect.stringMatching(/^https:/) }],
			},
		});
	});

	it('has icons for light and dark, which are there', () => {
		const { light, dark } = description.icon as { light: string; dark: string };
		for (const icon of [light, dark])
			expect({ icon, exists: existsFrom(file, icon.replace(/^file:/, '')) }).toEqual({ icon, exists: true });
	});
});

describe.each(
	builtCredentials().map((type, at) => ({ name: type.name, type, file: manifest.n8n.credentials[at] ?? '' })),
)('The credential $name', ({ type, file }) => {
	it('can be tested, and hides its secrets', () => {
		expect(type.test !== undefined || isTestedByNodes(type.name)).toBe(true);
		for (const property of type.properties.filter(
			(field) => /secret|token$|password/i.test(field.name) && field.type !== 'hidden',
		)) {
			expect({ field: property.name, hidden: property.typeOptions?.password }).toEqual({
				field: property.name,
				hidden: true,
			});
		}
	});

	it('has documentation and icons', () => {
		expect(type.documentationUrl).toMatch(/^https:/);
		const { light, dark } = type.icon as { light: string; dark: string };
		for (const icon of [light, dark])
			expect({ icon, exists: existsFrom(file, icon.replace(/^file:/, '')) }).toEqual({ icon, exists: true });
	});

	it('offers to be read only, when it logs in to a service', () => {
		if (!logins().some(({ name }) => name === type.name)) return;
		expect(type.properties).toContainEqual(
			expect.objectContaining({ name: 'readOnly', type: 'boolean', default: false }),
		);
	});
});
