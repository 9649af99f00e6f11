/** The currencies of the live API (its enum Currency) for goods: without metals, funds, bond units and test codes. */
const CODES =
	'AFN AED ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BZD CAD CDF CHF ' +
	'CLP CNY COP CRC CUC CUP CVE CZK DJF DKK ' +
	'DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK ' +
	'JMD JOD JPY KES KGS KHR KMF KPW KRW KWD ' +
	'KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD ' +
	'OMR PAB PEN PGK PHP PKR PLN PYG QAR RON ' +
	'RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLL SOS SRD SSP SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH ' +
	'UGX USD UYU UZS VND VUV WST XAF XCD XOF ' +
	'XPF YER ZAR ZMW ZWL';

/** Codes that an order, a product or a parcel can be priced in. */
export const currencyCodes: ReadonlySet<string> = new Set(CODES.split(' '));

/** Codes with their English names, sorted by code. */
export function currencies(): Array<{ code: string; name: string }> {
	const names = new Intl.DisplayNames('en', { type: 'currency' });
	return CODES.split(' ').map((code) => ({ code, name: names.of(code) ?? code }));
}
