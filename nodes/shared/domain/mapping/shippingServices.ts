import { type CarrierEntry, carrierName } from '../shipping/carrier';
import { type Directory, type Target, directoryOf, foldWords } from './target';

/** The services of the account's carriers. Codes name a carrier with its service, or a service alone. */
export function shippingDirectory(services: readonly CarrierEntry[], unreadable = 0): Directory {
	const targets = services.map(serviceTarget);
	const directory = directoryOf(targets, { fold: foldWords, isLoose: true, unreadable });
	return {
		...directory,
		near: (text, most) => {
			// A text that is only the name of a carrier may mean each of its services.
			const own = targets.filter(({ details }) =>
				[details.carrier, details.carrierName].some((name) => foldWords(String(name)) === foldWords(text)),
			);
			return own.length > 0 ? own.slice(0, most) : directory.near(text, most);
		},
	};
}

function serviceTarget({ id, name, code, carrier, active, international }: CarrierEntry): Target {
	const carriers = carrier === null ? [] : [...new Set([carrierName(carrier), carrier])];
	const own = [name, ...(code === null ? [] : [code])];
	const title = carriers[0] ?? '';
	const isNamed = foldWords(name).startsWith(foldWords(title));
	const whole = isNamed ? name : `${title} ${name}`;
	return {
		id,
		value: id,
		keys: {
			id: [id],
			name: [whole, ...carriers.flatMap((one) => own.map((service) => `${one} ${service}`))],
			service: own,
		},
		active,
		details: { carrier, carrierName: title || null, service: name, serviceCode: code, serviceId: id, international },
	};
}
