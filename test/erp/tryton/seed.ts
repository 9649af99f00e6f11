import type { Trade } from '../trade';
import { type TrytonClient, decimal } from './client';

/** Ids of what orders are made of. */
export interface Seeded {
	company: number;
	currency: number;
	unit: number;
	warehouse: number;
	storage: number;
	/** Products by their code. */
	products: Map<string, number>;
	/** Each with its only address. */
	customers: Array<{ party: number; address: number }>;
	carriers: number[];
}

/** A user with what n8n needs and no more. */
export const N8N_USER = { login: 'n8n', password: 'workflow-By-night-42' };

const GROUPS = ['Sales', 'Stock'];

/** Company, currency, countries, products with stock, customers with addresses, carriers, and the user of n8n. */
export const seedTryton = async (admin: TrytonClient, trade: Trade): Promise<Seeded> => {
	const currency = await admin.createOne('currency.currency', {
		name: 'US Dollar',
		code: 'USD',
		symbol: '$',
		rounding: decimal('0.01'),
		digits: 2,
		rates: [['create', [{ rate: decimal(1) }]]],
	});
	const party = await admin.createOne('party.party', { name: 'Harbour Trading' });
	const company = await admin.createOne('company.company', { party, currency });
	await allowCompany(admin, company);
	const countries = await seedCountries(admin, trade);
	const unit = await admin.idOf('product.uom', [['symbol', '=', 'u']]);
	const warehouse = await admin.idOf('stock.location', [['type', '=', 'warehouse']]);
	const storage = await admin.idOf('stock.location', [
		['type', '=', 'storage'],
		['code', '=', 'STO'],
	]);
	const category = await admin.createOne('product.category', { name: 'All', accounting: true });
	const product = (code: string | null, name: string, price: string, type: 'goods' | 'service') => ({
		name,
		code,
		type,
		default_uom: unit,
		sale_uom: unit,
		salable: true,
		account_category: category,
		list_price: decimal(price),
		products: [['create', [{}]]],
	});
	await admin.create(
		'product.template',
		...trade.products.map(({ code, name, price }) => product(code, name, price, 'goods')),
		...trade.carriers.map((name) => product(null, `Shipping with ${name}`, '7.50', 'service')),
	);
	const all = await admin.read('product.product', [], ['code', 'type']);
	const products = new Map(all.flatMap(({ id, code }) => (typeof code === 'string' ? [[code, id] as const] : [])));
	await setStock(
		admin,
		storage,
		new Map(trade.products.map(({ code, inStock }) => [products.get(code) ?? 0, inStock])),
	);
	const services = all.filter(({ type }) => type === 'service').map(({ id }) => id);
	return {
		company,
		currency,
		unit,
		warehouse,
		storage,
		products,
		customers: await seedCustomers(admin, trade, countries),
		carriers: await seedCarriers(admin, trade, services),
	};
};

/** Counts products: sets how many pieces of each there are in a location. */
export const setStock = async (
	admin: TrytonClient,
	location: number,
	pieces: ReadonlyMap<number, number>,
): Promise<void> => {
	const lines = [...pieces].map(([product, quantity]) => ({ product, quantity }));
	const inventory = await admin.createOne('stock.inventory', { location, lines: [['create', lines]] });
	await admin.press('stock.inventory', 'confirm', [inventory]);
};

/** The administrator works for the company from now on, and so does n8n. */
const allowCompany = async (admin: TrytonClient, company: number): Promise<void> => {
	const [me] = await admin.read('res.user', [['login', '=', 'admin']], ['id']);
	const ofCompany = { companies: [['add', [company]]], company };
	await admin.call('model.res.user.write', [me?.id], ofCompany);
	await admin.refreshContext();
	const groups = await admin.read('res.group', [['name', 'in', GROUPS]], ['id']);
	await admin.createOne('res.user', {
		name: 'n8n',
		...N8N_USER,
		...ofCompany,
		groups: [['add', groups.map(({ id }) => id)]],
	});
};

const seedCountries = async (admin: TrytonClient, { customers }: Trade): Promise<Map<string, number>> => {
	const codes = [...new Set(customers.map(({ country }) => country))];
	const ids = await admin.create('country.country', ...codes.map((code) => ({ name: `Country ${code}`, code })));
	return new Map(codes.map((code, at) => [code, ids[at] ?? 0]));
};

const seedCustomers = async (
	admin: TrytonClient,
	{ customers }: Trade,
	countries: ReadonlyMap<string, number>,
): Promise<Seeded['customers']> => {
	const states = [...new Set(customers.flatMap(({ state, country }) => (state ? [`${country}-${state}`] : [])))];
	const ids = await admin.create(
		'country.subdivision',
		...states.map((code) => ({ name: code, code, type: 'state', country: countries.get(code.slice(0, 2)) })),
	);
	const parties = await admin.create(
		'party.party',
		...customers.map(({ name, street, city, state, postalCode, country, phone }) => ({
			name,
			addresses: [
				[
					'create',
					[
						{
							street,
							city,
							postal_code: postalCode,
							country: countries.get(country),
							subdivision: state ? ids[states.indexOf(`${country}-${state}`)] : null,
						},
					],
				],
			],
			contact_mechanisms: phone ? [['create', [{ type: 'phone', value: phone }]]] : [],
		})),
	);
	const addresses = await admin.read('party.address', [['party', 'in', parties]], ['party']);
	return parties.map((party) => ({ party, address: addresses.find((one) => one['party'] === party)?.id ?? 0 }));
};

const seedCarriers = async (admin: TrytonClient, { carriers }: Trade, services: number[]): Promise<number[]> => {
	const parties = await admin.create('party.party', ...carriers.map((name) => ({ name })));
	return await admin.create(
		'carrier',
		...parties.map((party, at) => ({ party, carrier_product: services[at], carrier_cost_method: 'product' })),
	);
};
