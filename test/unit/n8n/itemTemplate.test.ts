import { dependsOn, saidThrough } from '../../../nodes/shared/n8n/read/itemTemplate';

describe('what an expression takes from the item', () => {
	it.each<[string, string[] | undefined]>([
		['={{ $json.name }}', ['name']],
		["={{ $json['Ship Name'] }}", ['Ship Name']],
		['=ERP-{{ $json.no }}/{{ $json["year"] }}', ['no', 'year']],
		['={{ $json?.name ?? $json.other?.[0] }}', ['name', 'other']],
		["={{ $json.zip || $('Settings').first().json.zip }}", ['zip']],
		['={{ $json.date ?? $now.toISO() }}', ['date']],
		['={{ $now }}', []],
		['={{ $json }}', undefined],
		['={{ Object.keys($json).length }}', undefined],
		['={{ $json[$json.which] }}', undefined],
		["={{ $('Get Order').item.json.city }}", undefined],
		['={{ $input.item.json.city }}', undefined],
		['={{ $itemIndex }}', undefined],
	])('%s', (text, fields) => {
		expect(dependsOn(text)).toEqual(fields);
	});
});

describe('what an item says through an expression', () => {
	const never = (): never => {
		throw new Error('n8n was asked');
	};

	it.each<[string, unknown]>([
		['={{ $json.name }}', 'Alex'],
		["={{ $json['Ship To'].city }}", 'Troy'],
		['={{ $json.lines[1].sku }}', 'POT'],
		['={{ $json.missing }}', undefined],
		['={{ $json.name.missing }}', undefined],
	])('is a field as it is, without asking n8n: %s', (text, value) => {
		const item = { name: 'Alex', 'Ship To': { city: 'Troy' }, lines: [{ sku: 'MUG' }, { sku: 'POT' }] };
		expect(saidThrough(text, item, never)).toEqual(value);
	});

	it('is nothing where all that it takes is empty, whatever it falls back on', () => {
		expect(saidThrough('={{ $json.name ?? "Alex" }}', { name: ' ' }, never)).toBeUndefined();
		expect(saidThrough('={{ $now }}', { name: 'Kim' }, never)).toBeUndefined();
	});

	it('is what n8n makes of it otherwise', () => {
		expect(saidThrough('={{ $json.name.toUpperCase() }}', { name: 'Kim' }, () => 'KIM')).toBe('KIM');
		expect(saidThrough("={{ $('Other').item.json.name }}", {}, () => 'Kim')).toBe('Kim');
	});
});
