import { parseCarrier } from '../../../nodes/shared/domain/shipping/carrier';
import { CARRIER_CODES } from '../../../nodes/shared/domain/shipping/carrierCodes';

describe('a carrier', () => {
	it.each([
		['ups', 'UPS'],
		['FedEx', 'FEDEX'],
		['Canada Post', 'CANADA_POST'],
		['dhl-express', 'DHL_EXPRESS'],
	])('%s is %s', (given, code) => expect(parseCarrier(given)).toBe(code));

	it('of the published list is always taken', () =>
		expect(CARRIER_CODES.filter((code) => parseCarrier(code) !== code)).toEqual([]));

	it.each([
		['UPS Ground', 'UPS'],
		['USPS Priority Mail', 'USPS'],
		['FedEx Home Delivery', 'FEDEX'],
		['DHL Express Worldwide', 'DHL_EXPRESS'],
		['Fedx', 'FEDEX'],
		['Purolater', 'PUROLATOR'],
		['UPS_GROUND', 'UPS'],
	])('%s is refused in a sentence that names %s', (given, code) => {
		expect(() => parseCarrier(given)).toThrow(
			new RegExp(`^Carrier: Order Manager does not know the carrier “${given}”\\. Did you mean .*\\(${code}\\)\\?$`),
		);
	});

	it('that is like none is refused without a guess', () =>
		expect(() => parseCarrier('Pigeon Loft')).toThrow(/does not know the carrier “Pigeon Loft”\.$/));
	it('in the manner of a code passes: the service may have come to know it', () =>
		expect(parseCarrier('PIGEON_LOFT')).toBe('PIGEON_LOFT'));
});
