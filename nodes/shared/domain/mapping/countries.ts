import { countries, findCountry, toAlpha3 } from '../values/address/country';
import { type Directory, type Target, directoryOf } from './target';

const countryTarget = (code: string, name: string): Target => ({
	id: code,
	value: code,
	keys: { alpha2: [code], alpha3: [toAlpha3(code)], name: [name] },
	active: null,
	details: { country: code, alpha3: toAlpha3(code), name },
});

/** All countries, in every spelling that the package reads. */
export function countryDirectory(): Directory {
	const targets = countries().map(({ code, name }) => countryTarget(code, name));
	const byCode = new Map(targets.map((target) => [target.id, target]));
	return {
		...directoryOf(targets),
		find: (text) => {
			const code = findCountry(text);
			const target = code === undefined ? undefined : (byCode.get(code) ?? countryTarget(code, code));
			return target ? [{ target, by: 'country' }] : [];
		},
	};
}
